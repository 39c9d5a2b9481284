package se.frirum.trial;

/// What an evaluation measures.
///
/// @param unit in which its values are: `percent`, `days`, `SEK per pupil`
/// @param baseline before the trial
/// @param target what the trial aims at
record IndicatorInput(String name, Perspective perspective, String unit, double baseline, double target) {
}
