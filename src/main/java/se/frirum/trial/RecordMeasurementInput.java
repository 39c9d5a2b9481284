package se.frirum.trial;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What was measured somewhere on a day. The same indicator, area and day again corrects
/// the value.
///
/// @param indicator its name in the evaluation plan
/// @param area a code
record RecordMeasurementInput(String id, String indicator, String area, LocalDate on, double value,
		@Nullable String note) {
}
