package se.frirum.explore;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.Cases;
import se.frirum.FrirumTest;

import static org.assertj.core.api.Assertions.assertThat;

/// Where most obstacles stand.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotspotsIT {

	private final Api api;

	private final Cases cases;

	HotspotsIT(Api api) {
		this.api = api;
		this.cases = Cases.of(api);
	}

	@BeforeAll
	void threeObstaclesThatCountAndTwoThatDoNot() {
		Map<String, Object> teaching = Map.of("kind", "PROHIBITION", "blockedBy",
				List.of(Map.of("citation", "21 kap. 4 § skollagen")), "services", List.of("education.adult.sfi"));
		this.cases.endorsed(this.cases.reported("reporter", "Ett", teaching), "reporter2");
		this.cases.reported("reporter", "Två", teaching);
		this.cases.reported("reporter2", "Tre",
				Map.of("kind", "UNCLEAR_RULE", "blockedBy", List.of(Map.of("citation", "21 kap. 5 § skollagen"))));
		this.cases.submitted("reporter", "Oläst", teaching);
	}

	private Answer hotspots(String account, String dimension) {
		Answer answer = this.api.as(account)
			.run("hotspots", Map.of("by", dimension, "filter", Map.of("text", this.cases.word())));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer;
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "PROVISION; sfs:2010:800#K21P4; 21 kap. 4 § skollagen (2010:800); 2; 2; 2",
					"LAW; sfs:2010:800; skollagen; 3; 2; 1", "SERVICE; education; Skola och utbildning; 2; 2; 3",
					"MUNICIPALITY; 0581; Norrköping; 2; 1; 2", "COUNTY; 05; Östergötlands län; 2; 1; 2",
					"DEPARTMENT; Utbildningsdepartementet; Utbildningsdepartementet; 3; 2; 1",
					"KIND; PROHIBITION; PROHIBITION; 2; 2; 2" })
	void areCountedByEveryDimension(String dimension, String key, String label, int obstacles, int organisations,
			int spots) {
		Answer answer = hotspots("public", dimension);
		assertThat(answer.at("hotspots")).as(answer.toString()).hasSize(spots).anySatisfy((spot) -> {
			assertThat(spot.path("key").asString()).isEqualTo(key);
			assertThat(spot.path("label").asString()).isEqualTo(label);
			assertThat(spot.path("obstacles").asInt()).isEqualTo(obstacles);
			assertThat(spot.path("organisations").asInt()).isEqualTo(organisations);
		});
	}

	@Test
	void standInOrder() {
		assertThat(hotspots("public", "PROVISION").texts("hotspots", "key")).containsExactly("sfs:2010:800#K21P4",
				"sfs:2010:800#K21P5");
	}

	@Test
	void countWhatTheCallerSees() {
		assertThat(hotspots("analyst", "PROVISION").at("hotspots.0.obstacles").asInt()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 301 })
	void areBounded(int first) {
		assertThat(this.api.run("hotspots", Map.of("by", "LAW", "first", first)).errors())
			.containsExactly("BAD_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PROVISION", "LAW", "SERVICE", "COUNTY", "MUNICIPALITY", "DEPARTMENT", "KIND" })
	void areThereWithoutAFilter(String dimension) {
		Answer answer = this.api.run("hotspots", Map.of("by", dimension, "first", 3));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		assertThat(answer.at("hotspots")).isNotEmpty();
	}

}
