package se.frirum.law.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.frirum.law.CitationReader;
import se.frirum.law.CitationReader.Passage;
import se.frirum.law.LawId;
import se.frirum.law.ProvisionNumber;
import se.frirum.law.Target;
import se.frirum.law.importing.ActGraph.Standing;
import se.frirum.law.importing.ActGraph.StandingProvision;
import se.frirum.law.importing.RecordedAct.RecordedAmendment;
import se.frirum.law.statute.Period;
import se.frirum.law.statute.Statute;
import se.frirum.law.statute.Statute.Section;
import se.frirum.law.statute.Statute.Wording;
import se.frirum.law.statute.StatuteParser;

/// What has to be written so that an act stands in the graph as its source tells it.
/// Sections are never deleted, and no wording that once held: they cease.
final class ActChange {

	private static final Standing NOTHING = new Standing(List.of(), null, null, null, null, Map.of(), Map.of());

	/// What makes a wording say something else, or hold at another time.
	private static final Set<String> SAYINGS = Set.of("text", "inForceFrom", "ceasesOn", "entryUndetermined",
			"endUndetermined", "repealed");

	private final ParsedAct act;

	private final Standing before;

	private final @Nullable String responsible;

	/// When what is gone has ceased, unless the text says.
	private final LocalDate today;

	/// The source tells less than stands already.
	private final boolean older;

	private final boolean runsOn;

	private final Map<String, String> chapterHeadings;

	private final List<Map<String, Object>> newProvisions = new ArrayList<>();

	private final List<Map<String, Object>> changedProvisions = new ArrayList<>();

	private final List<Map<String, Object>> newWordings = new ArrayList<>();

	private final List<Map<String, Object>> changedWordings = new ArrayList<>();

	private final List<Map<String, Object>> amendedProvisions = new ArrayList<>();

	private int ceased;

	private ActChange(ParsedAct act, @Nullable Standing before, @Nullable String responsible, LocalDate today) {
		this.act = act;
		this.responsible = responsible;
		this.before = (before != null) ? before : NOTHING;
		this.today = today;
		this.older = act.recorded().text() == null && this.before.brought()
				|| isOlder(act.amendedUpTo(), this.before.amendedUpTo());
		this.runsOn = act.statute().runsOn();
		this.chapterHeadings = act.statute().chapterHeadings();
	}

	/// An act, taken apart.
	///
	/// @param amendedUpTo the latest amending act that the text names, sortable
	/// @param remark what somebody should look at
	record ParsedAct(RecordedAct recorded, LawSource source, Statute statute, @Nullable String amendedUpTo,
			@Nullable String remark) {

		static ParsedAct of(RecordedAct act, LawSource source) {
			String text = (act.text() != null) ? act.text() : "";
			Statute statute = StatuteParser.parse(text);
			String latest = statute.sections()
				.stream()
				.flatMap((section) -> section.wordings().stream())
				.map(Wording::amendedBy)
				.filter(Objects::nonNull)
				.map((designation) -> new LawId("sfs:" + designation).key())
				.max(String::compareTo)
				.orElse(null);
			return new ParsedAct(act, source, statute, latest, SectionCount.remark(text, statute).orElse(null));
		}

	}

	/// Compares an act with how it stands.
	/// @param before null where it isn't there at all
	/// @param responsible the id of the organisation that issues the rule today
	static ActChange of(ParsedAct act, @Nullable Standing before, @Nullable String responsible, LocalDate today) {
		ActChange change = new ActChange(act, before, responsible, today);
		if (!change.older) {
			change.compare();
		}
		return change;
	}

	private static boolean isOlder(@Nullable String source, @Nullable String standing) {
		return source != null && standing != null && source.compareTo(standing) < 0;
	}

	String id() {
		return this.act.recorded().id().value();
	}

	/// Whether no source has brought the act before.
	boolean isFirst() {
		return !this.before.brought();
	}

	/// Whether those who follow the act have something to hear: it is worded or called
	/// otherwise, or it ends. How a source first tells an act is no news, unless it knows
	/// of a later amendment than stands.
	boolean isNews() {
		if (isFirst()) {
			return false;
		}
		boolean again = this.before.broughtBy().contains(this.act.source().name());
		boolean later = isOlder(this.before.amendedUpTo(), this.act.amendedUpTo());
		return isEnding() || (again && !this.act.recorded().title().equals(this.before.title()))
				|| ((again || later) && hadText() && isReworded());
	}

	private boolean isEnding() {
		LocalDate end = ceasesOn();
		return end != null && !end.equals(this.before.ceasesOn());
	}

	private boolean hadText() {
		return !this.before.provisions().isEmpty() || this.before.texts().values().stream().anyMatch(Objects::nonNull);
	}

	private boolean isReworded() {
		return !this.newProvisions.isEmpty() || !this.newWordings.isEmpty()
				|| this.changedWordings.stream().anyMatch((row) -> says(row, SAYINGS))
				|| this.changedProvisions.stream().anyMatch((row) -> says(row, Set.of("goneOn")))
				|| (!this.older && !texts().equals(this.before.texts()));
	}

	private static boolean says(Map<String, Object> row, Set<String> properties) {
		return row.get("properties") instanceof Map<?, ?> changed
				&& changed.keySet().stream().anyMatch(properties::contains);
	}

	/// What the act says outside of its sections.
	private Map<String, Object> texts() {
		Map<String, Object> texts = new HashMap<>();
		texts.put("transitional", this.act.statute().transitional());
		texts.put("annexes", this.act.statute().annexes());
		texts.put("preamble", preamble());
		return texts;
	}

	private @Nullable LocalDate ceasesOn() {
		return Optional.ofNullable(this.act.recorded().ceasesOn()).orElse(this.act.statute().period().until());
	}

	/// How many sections are gone from the text.
	int ceased() {
		return this.ceased;
	}

	Map<String, Object> law() {
		RecordedAct recorded = this.act.recorded();
		Map<String, Object> properties = new HashMap<>();
		properties.put("key", recorded.id().key());
		properties.put("designation", recorded.id().designation());
		properties.put("uri", recorded.id().uri());
		properties.put("title", recorded.title());
		properties.put("kind", LawKind.of(recorded.id(), recorded.title(), recorded.type()).name());
		if (recorded.department() != null) {
			properties.put("department", recorded.department());
		}
		if (!this.older) {
			properties.put("amendedUpTo", this.act.amendedUpTo());
			properties.putAll(texts());
			properties.put("runsOn", this.runsOn ? true : null);
			// Its citations are to be read again.
			properties.put("linked", null);
		}
		Map<String, Object> row = new HashMap<>();
		row.put("id", id());
		row.put("properties", properties);
		row.put("issuedOn", recorded.issuedOn());
		row.put("inForceFrom", Optional.ofNullable(recorded.inForceFrom()).orElse(this.act.statute().period().from()));
		row.put("ceasesOn", ceasesOn());
		row.put("source", this.act.source().name());
		row.put("fingerprint", recorded.fingerprint());
		return row;
	}

	private @Nullable String preamble() {
		String text = this.act.statute().preambleText();
		return text.isEmpty() ? null : text;
	}

	/// Who is responsible, where that is new.
	List<Map<String, Object>> responsible() {
		String department = this.act.recorded().department();
		return (this.responsible != null && department != null && !department.equals(this.before.department()))
				? List.of(Map.of("id", id(), "responsible", this.responsible)) : List.of();
	}

	List<Map<String, Object>> newProvisions() {
		return this.newProvisions;
	}

	List<Map<String, Object>> changedProvisions() {
		return this.changedProvisions;
	}

	List<Map<String, Object>> newWordings() {
		return this.newWordings;
	}

	List<Map<String, Object>> changedWordings() {
		return this.changedWordings;
	}

	/// Which amendment changed which section, as the text or the register says.
	List<Map<String, Object>> amendedProvisions() {
		List<Map<String, Object>> rows = new ArrayList<>(this.amendedProvisions);
		CitationReader reader = new CitationReader((_, _) -> Optional.empty());
		Passage here = new Passage(this.act.recorded().id(), null, null, this.runsOn, this.today);
		for (RecordedAmendment recorded : this.act.recorded().amendments()) {
			reader.read(Objects.requireNonNullElse(recorded.note(), ""), here)
				.stream()
				.flatMap((cited) -> cited.target().provisionId().stream())
				.distinct()
				.forEach((id) -> rows.add(Map.of("provision", id, "amendment", "sfs:" + recorded.designation())));
		}
		return rows;
	}

	/// The register of amending acts, and those that the text names.
	List<Map<String, Object>> amendments() {
		Map<String, Map<String, Object>> amendments = new LinkedHashMap<>();
		this.act.statute().sections().forEach((section) -> section.wordings().forEach((wording) -> {
			if (wording.amendedBy() != null) {
				amendments.computeIfAbsent(wording.amendedBy(), ActChange::amendment);
			}
		}));
		for (RecordedAmendment recorded : this.act.recorded().amendments()) {
			Map<String, Object> properties = amendments.computeIfAbsent(recorded.designation(), ActChange::amendment);
			properties.put("title", recorded.title());
			properties.put("inForceFrom", recorded.inForceFrom());
			properties.put("note", recorded.note());
			properties.put("preparatoryWorks", recorded.preparatoryWorks());
		}
		return amendments.entrySet()
			.stream()
			.map((each) -> Map.<String, Object>of("id", "sfs:" + each.getKey(), "properties", each.getValue()))
			.toList();
	}

	private static Map<String, Object> amendment(String designation) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("designation", designation);
		properties.put("key", new LawId("sfs:" + designation).key());
		return properties;
	}

	private void compare() {
		LawId law = this.act.recorded().id();
		Set<String> present = new HashSet<>();
		for (Section section : this.act.statute().sections()) {
			String chapter = this.runsOn ? null : section.chapter();
			String id = new Target(law, chapter, section.number(), null, null, null).provisionId().orElseThrow();
			present.add(id);
			compare(id, section, this.before.provisions().get(id));
		}
		this.before.provisions().forEach((id, provision) -> {
			if (!present.contains(id)) {
				cease(id, provision);
			}
		});
	}

	private void compare(String id, Section section, @Nullable StandingProvision standing) {
		Map<String, Object> properties = properties(id, section);
		section.wordings().stream().map(Wording::amendedBy).filter(Objects::nonNull).distinct().forEach((amendment) -> {
			if (standing == null
					|| standing.wordings().stream().noneMatch((each) -> amendment.equals(each.get("amendedBy")))) {
				this.amendedProvisions.add(Map.of("provision", id, "amendment", "sfs:" + amendment));
			}
		});
		if (standing == null) {
			List<Map<String, Object>> wordings = new ArrayList<>();
			for (Wording wording : section.wordings()) {
				wordings.add(properties(id, wordings.size() + 1, wording));
			}
			this.newProvisions.add(Map.of("properties", properties, "wordings", wordings));
			return;
		}
		Map<String, Object> changed = new HashMap<>(properties);
		changed.entrySet()
			.removeIf((each) -> Objects.equals(each.getValue(), standing.properties().get(each.getKey())));
		if (!changed.isEmpty()) {
			this.changedProvisions.add(Map.of("id", id, "properties", changed));
		}
		compareWordings(id, section.wordings(), standing.wordings());
	}

	private void compareWordings(String id, List<Wording> wordings, List<Map<String, Object>> standing) {
		List<Map<String, Object>> unmatched = new ArrayList<>(standing);
		List<Wording> fresh = new ArrayList<>();
		for (Wording wording : wordings) {
			same(wording, unmatched).ifPresentOrElse((same) -> {
				unmatched.remove(same);
				update(id, properties(id, 0, wording), same);
			}, () -> fresh.add(wording));
		}
		unmatched.removeIf((gone) -> gone.get("ceasesOn") != null);
		LocalDate changes = fresh.stream().map(this::begins).filter(Objects::nonNull).findFirst().orElse(this.today);
		int number = standing.size();
		for (Wording wording : fresh) {
			Map<String, Object> written = properties(id, ++number, wording);
			if (!unmatched.isEmpty() && !wording.period().isEntering()) {
				written.put("inForceFrom", changes);
			}
			this.newWordings.add(Map.of("provision", id, "properties", written));
		}
		unmatched.forEach((gone) -> end(id, gone, changes));
	}

	/// When a wording begins, by its mark or by the register; null where neither says.
	private @Nullable LocalDate begins(Wording wording) {
		return (wording.period().from() != null) ? wording.period().from()
				: this.act.recorded()
					.amendments()
					.stream()
					.filter((amendment) -> amendment.designation().equals(wording.amendedBy()))
					.map(RecordedAmendment::inForceFrom)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null);
	}

	/// The wording that stands already: with the same text, or from the same amendment
	/// and for the same time, so that the text was corrected.
	private static Optional<Map<String, Object>> same(Wording wording, List<Map<String, Object>> standing) {
		Period period = wording.period();
		return standing.stream()
			.filter((each) -> wording.text().equals(each.get("text"))
					&& (each.get("ceasesOn") == null || each.get("ceasesOn").equals(period.until())))
			.findFirst()
			.or(() -> standing.stream()
				.filter((each) -> wording.amendedBy() != null && wording.amendedBy().equals(each.get("amendedBy"))
						&& Objects.equals(period.until(), each.get("ceasesOn"))
						&& (period.from() == null || period.from().equals(each.get("inForceFrom"))))
				.findFirst());
	}

	/// What a later text no longer says, when a wording began, stays.
	private void update(String id, Map<String, Object> written, Map<String, Object> standing) {
		Map<String, Object> changed = new HashMap<>(written);
		changed.remove("id");
		if (changed.get("inForceFrom") == null && !Boolean.TRUE.equals(changed.get("entryUndetermined"))) {
			changed.remove("inForceFrom");
		}
		changed.entrySet().removeIf((each) -> Objects.equals(each.getValue(), standing.get(each.getKey())));
		if (!changed.isEmpty()) {
			changed.put("id", standing.get("id"));
			this.changedWordings.add(Map.of("provision", id, "properties", changed));
		}
	}

	private void cease(String id, StandingProvision provision) {
		List<Map<String, Object>> open = provision.wordings()
			.stream()
			.filter((wording) -> wording.get("ceasesOn") == null)
			.toList();
		open.forEach((wording) -> end(id, wording, this.today));
		boolean gone = provision.properties().get("goneOn") != null;
		if (!gone && !this.act.statute().sections().isEmpty()) {
			this.changedProvisions.add(Map.of("id", id, "properties", Map.of("goneOn", this.today)));
			this.ceased++;
		}
	}

	private void end(String id, Map<String, Object> wording, LocalDate day) {
		this.changedWordings.add(Map.of("provision", id, "properties",
				Map.of("id", String.valueOf(wording.get("id")), "ceasesOn", day)));
	}

	private Map<String, Object> properties(String id, Section section) {
		LawId law = this.act.recorded().id();
		String inAct = (section.chapter() != null && !this.runsOn) ? ProvisionNumber.parse(section.chapter()).key()
				: "";
		Map<String, Object> properties = new HashMap<>();
		properties.put("id", id);
		properties.put("key", law.value() + "#" + inAct + "." + ProvisionNumber.parse(section.number()).key());
		properties.put("chapter", section.chapter());
		properties.put("section", section.number());
		properties.put("division", section.division());
		properties.put("chapterHeading", this.chapterHeadings.get(String.valueOf(section.chapter())));
		properties.put("heading", section.heading().now());
		properties.put("laterHeading", section.heading().later());
		properties.put("laterHeadingFrom", section.heading().laterFrom().from());
		properties.put("goneOn", null);
		return properties;
	}

	private static Map<String, Object> properties(String id, int number, Wording wording) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("id", id + "@" + number);
		properties.put("text", wording.text());
		properties.put("places", wording.places());
		properties.put("inForceFrom", wording.period().from());
		properties.put("ceasesOn", wording.period().until());
		properties.put("entryUndetermined", wording.period().entryUndetermined() ? true : null);
		properties.put("endUndetermined", wording.period().endUndetermined() ? true : null);
		properties.put("amendedBy", wording.amendedBy());
		properties.put("repealed", wording.repealed() ? true : null);
		return properties;
	}

}
