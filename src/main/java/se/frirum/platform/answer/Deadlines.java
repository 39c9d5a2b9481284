package se.frirum.platform.answer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import se.frirum.platform.database.Row;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// Days that must not be missed, of every kind, the first first.
@Component
public class Deadlines implements ProjectionTable {

	private static final LocalDate EVER = LocalDate.of(1600, 1, 1);

	private static final LocalDate NEVER = LocalDate.of(2200, 1, 1);

	/// The first day without, which is told as the last day before it.
	private static final Set<String> ENDS = Set.of("TRIAL_ENDS", "OUTCOME_MISSING");

	private static final Collector<CharSequence, ?, String> UNITED = Collectors.joining("\nUNION ALL\n");

	private static final String OF_A_KIND = """
			%s
			RETURN DISTINCT _subject, _on, '%s' AS _kind""";

	/// Days of kinds that the same condition holds for; `key` is unique and sorts by the
	/// day.
	private static final String OF_KINDS = """
			%s%s
			}
			WITH _subject, _on, _kind
			WHERE %s
			RETURN {kind: _kind, on: _on, subject: _subject,
				key: toString(_on) + '|' + _kind + '|' + _subject.id} AS _deadline""";

	private final List<DeadlineSource> sources;

	Deadlines(List<DeadlineSource> sources) {
		this.sources = List.copyOf(sources);
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().connection("deadlines", "Deadline", 100, this::listing);
		projections.type("Deadline")
			.properties("kind", "on")
			.one("subject", "Node", Hop.along("WITH this.subject AS it"))
			.computed("text", Map.of("kind", "this.kind", "reference", "this.subject.reference", "title",
					"this.subject.title", "on", "this.on"), (fetched, _) -> text(new Row(fetched)));
	}

	private Listing listing(Asked asked) {
		List<String> kinds = asked.list("kinds");
		List<DeadlineSource> wanted = this.sources.stream()
			.filter((source) -> kinds.isEmpty() || kinds.contains(source.kind()))
			.toList();
		return Listing.by("it.key",
				union(wanted, "CALL () {\n", "", (source) -> condition(source, asked))
					.with("from", Objects.requireNonNullElse(asked.date("from"), EVER))
					.with("until", Objects.requireNonNullElse(asked.date("until"), NEVER))
					.with("area", asked.text("area"))
					.with("responsible", asked.text("responsible")));
	}

	private static String condition(DeadlineSource source, Asked asked) {
		return "(%s)".formatted(source.visible())
				+ ((asked.text("area") != null) ? " AND (%s)".formatted(source.inArea()) : "")
				+ ((asked.text("responsible") != null) ? " AND (%s)".formatted(source.ofBody()) : "");
	}

	/// The days of one subject of a type, `this`.
	public Hop ofOne(String type) {
		List<DeadlineSource> own = this.sources.stream().filter((source) -> source.type().equals(type)).toList();
		return union(own, "CALL (this) {\n", "WITH this AS _subject\n", DeadlineSource::visible).with("from", EVER)
			.with("until", NEVER)
			.orderBy("it.key");
	}

	private static Hop union(List<DeadlineSource> sources, String call, String start,
			Function<DeadlineSource, String> condition) {
		if (sources.isEmpty()) {
			return Hop.along("UNWIND [] AS it WITH it");
		}
		Map<String, String> kinds = sources.stream()
			.collect(Collectors.groupingBy(condition, LinkedHashMap::new, Collectors
				.mapping((source) -> start + OF_A_KIND.formatted(source.match(), source.kind()), UNITED)));
		Hop hop = Hop.along(call + kinds.entrySet()
			.stream()
			.map((alike) -> OF_KINDS.formatted(call, alike.getValue(), alike.getKey()))
			.collect(UNITED) + "\n}\nWITH _deadline AS it");
		for (DeadlineSource source : sources) {
			for (Map.Entry<String, Object> value : source.values().entrySet()) {
				hop = hop.with(value.getKey(), value.getValue());
			}
		}
		return hop;
	}

	private static String text(Row deadline) {
		String what = switch (deadline.text("kind")) {
			case "ANSWER_DUE" -> "Answer due";
			case "REFERRAL_CLOSES" -> "Referral closes";
			case "TRIAL_STARTS" -> "Trial starts";
			case "TRIAL_ENDS" -> "Last day that the trial holds";
			case "OUTCOME_MISSING" -> "Last day of a trial without a recorded outcome";
			case "EXTENSION_MUST_BE_PROPOSED" -> "Last usual day to propose that the trial goes on";
			case "EVALUATION_DUE" -> "Evaluation due";
			case "EVALUATION_PLAN_MISSING" -> "Trial without an evaluation plan starts";
			default -> deadline.text("kind");
		};
		LocalDate on = deadline.date("on");
		return "%s on %s: %s, %s".formatted(what, ENDS.contains(deadline.text("kind")) ? on.minusDays(1) : on,
				deadline.text("reference"), deadline.text("title"));
	}

}
