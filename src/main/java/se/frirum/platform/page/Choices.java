package se.frirum.platform.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// What forms let people choose from: areas, services and who issues rules. They change
/// rarely, and are kept for ten minutes.
@Component
public class Choices {

	/// A county with what lies in it.
	///
	/// @param municipalities each with its code and its name
	public record County(String code, String name, List<Map<String, Object>> municipalities) {
	}

	private record Kept(List<Map<String, Object>> services, List<County> counties, List<Map<String, Object>> issuers) {
	}

	private final LoadingCache<String, Kept> kept;

	Choices(Operations operations) {
		this.kept = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofMinutes(10))
			.build((operation) -> read(operations, operation));
	}

	@SuppressWarnings("NullAway") // The document asks for what is never null.
	private static Kept read(Operations operations, String operation) {
		Row answer = new Row(Map.copyOf(operations.run(operation, Map.of(), Viewer.PUBLIC)));
		Map<String, County> counties = new LinkedHashMap<>();
		for (Row municipality : answer.rows("municipalities")) {
			Row county = municipality.row("county").orElseThrow();
			counties
				.computeIfAbsent(county.text("code"),
						(code) -> new County(code, county.text("name"), new ArrayList<>()))
				.municipalities()
				.add(municipality.values());
		}
		return new Kept(values(answer.rows("services")), List.copyOf(counties.values()),
				values(answer.rows("organisations")));
	}

	private static List<Map<String, Object>> values(List<Row> rows) {
		return rows.stream().map(Row::values).toList();
	}

	/// The services at the top, each with its code, its name and its parts.
	public List<Map<String, Object>> services() {
		return this.kept.get("choices").services();
	}

	/// The ministries and agencies by name, each with its id.
	public List<Map<String, Object>> issuers() {
		return this.kept.get("choices").issuers();
	}

	/// The counties by their codes.
	public List<County> counties() {
		return this.kept.get("choices").counties();
	}

}
