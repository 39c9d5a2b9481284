package se.frirum.platform.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

	/// One kind of day; `key` is unique and sorts by the day.
	private static final String OF_A_KIND = """
			%s
			WITH DISTINCT _subject, _on
			WHERE (%s) AND ($arg.area IS NULL OR %s) AND ($arg.responsible IS NULL OR %s)
			RETURN {kind: '%s', on: _on, subject: _subject,
				key: toString(_on) + '|%s|' + _subject.id} AS _deadline""";

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
				union(wanted, "CALL () {\n", "").with("from", Objects.requireNonNullElse(asked.date("from"), EVER))
					.with("until", Objects.requireNonNullElse(asked.date("until"), NEVER))
					.with("area", asked.text("area"))
					.with("responsible", asked.text("responsible")));
	}

	/// The days of one subject of a type, `this`.
	public Hop ofOne(String type) {
		List<DeadlineSource> own = this.sources.stream().filter((source) -> source.type().equals(type)).toList();
		return union(own, "CALL (this) {\n", "WITH this AS _subject\n").with("from", EVER)
			.with("until", NEVER)
			.with("area", null)
			.with("responsible", null)
			.orderBy("it.key");
	}

	private static Hop union(List<DeadlineSource> sources, String call, String start) {
		if (sources.isEmpty()) {
			return Hop.along("UNWIND [] AS it WITH it");
		}
		Hop hop = Hop.along(call + sources.stream()
			.map((source) -> start + OF_A_KIND.formatted(source.match(), source.visible(), source.inArea(),
					source.ofBody(), source.kind(), source.kind()))
			.collect(Collectors.joining("\nUNION ALL\n")) + "\n}\nWITH _deadline AS it");
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
