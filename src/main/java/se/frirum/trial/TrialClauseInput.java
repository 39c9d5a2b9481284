package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A clause as a client writes it: provisions × areas × services × period, and its
/// effect.
///
/// @param citations what it sets aside, as people cite it
/// @param authorisedBy the sections an ordinance rests on
/// @param until the first day on which it no longer holds
record TrialClauseInput(ClauseEffect effect, List<String> citations, List<String> authorisedBy, String text,
		List<String> services, List<String> areas, LocalDate from, @Nullable LocalDate until) {
}
