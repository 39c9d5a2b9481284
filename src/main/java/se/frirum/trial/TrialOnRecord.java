package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.trial.TrialAct.Derogation;

/// What can be read of a trial from the act it is: one clause. What isn't said stays
/// unknown, until somebody enters the trial by hand.
///
/// @param text of the clause: the act's first section, or its title where only a notice
/// is there
/// @param areas the codes of the areas it names, sorted
/// @param targets what it sets aside, sorted
record TrialOnRecord(String title, TrialInstrument instrument, String text, List<String> areas, TrialPeriod period,
		List<Derogation> targets) {

	private static final Pattern ENABLED = Pattern.compile(
			"(?i)(?:meddelad|meddelas|föreskrifter|bemyndigande)[^.]{0,80} med stöd av|med stöd av[^.]{0,120}meddel");

	private static final Pattern PERMITTED = Pattern
		.compile("(?i)försök[^.]{0,80}(?:endast|krävs|först)[^.]{0,40}tillstånd|tillstånd att bedriva försök");

	static TrialOnRecord read(TrialAct act, AreaNames names) {
		List<String> areas = names.inTitle(act.title());
		if (areas.isEmpty()) {
			areas = names.in(act.opening());
		}
		String text = act.opening().isEmpty() ? act.subject() : act.opening();
		return new TrialOnRecord(act.subject(), instrument(act, areas), text, areas, period(act), act.derogations());
	}

	private static TrialInstrument instrument(TrialAct act, List<String> areas) {
		if (!areas.isEmpty() && !act.isOrdinance()) {
			return TrialInstrument.NAMED_AREA_ACT;
		}
		if (areas.size() == 1 && areas.getFirst().length() > 2) {
			return TrialInstrument.SINGLE_MUNICIPALITY_ORDINANCE;
		}
		if (PERMITTED.matcher(act.text()).find()) {
			return TrialInstrument.PERMIT;
		}
		return (act.isOrdinance() && ENABLED.matcher(act.text()).find()) ? TrialInstrument.ENABLED_ORDINANCE
				: TrialInstrument.NOT_STATED;
	}

	/// What is written goes before when the act began to apply; the trial ends when it
	/// says or when the act is gone, whichever comes first.
	private static TrialPeriod period(TrialAct act) {
		TrialPeriod written = Stream.of(act.title(), act.opening(), act.ownTransitional(), act.howItIsCarriedOn())
			.map(TrialDates::read)
			.reduce(new TrialPeriod(null, null), TrialOnRecord::completed);
		LocalDate from = (written.from() != null) ? written.from() : act.inForceFrom();
		return new TrialPeriod(from, earliest(written.until(), act.ceasesOn(), act.marksEndOn()));
	}

	private static TrialPeriod completed(TrialPeriod known, TrialPeriod next) {
		return new TrialPeriod((known.from() != null) ? known.from() : next.from(),
				(known.until() != null) ? known.until() : next.until());
	}

	private static @Nullable LocalDate earliest(@Nullable LocalDate... days) {
		return Stream.of(days).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
	}

}
