package se.frirum.trial;

import java.util.Arrays;
import java.util.List;

/// The legal form of a trial.
enum TrialInstrument {

	NOT_STATED, ENABLED_ORDINANCE, NAMED_AREA_ACT, GOVERNMENT_SELECTION, CONSENT, PERMIT, SINGLE_MUNICIPALITY_ORDINANCE,
	NATIONWIDE_SUNSET;

	/// Whether its clauses hold only where somebody takes part.
	boolean needsParticipation() {
		return switch (this) {
			case CONSENT, GOVERNMENT_SELECTION, PERMIT -> true;
			case NOT_STATED, ENABLED_ORDINANCE, NAMED_AREA_ACT, SINGLE_MUNICIPALITY_ORDINANCE, NATIONWIDE_SUNSET ->
				false;
		};
	}

	/// Whether somebody decides who takes part, so that notice is not enough.
	boolean isDecided() {
		return this == GOVERNMENT_SELECTION || this == PERMIT;
	}

	/// Whether the government decides it, and so needs an act's leave to set an act
	/// aside.
	boolean isOrdinance() {
		return this == ENABLED_ORDINANCE || this == SINGLE_MUNICIPALITY_ORDINANCE;
	}

	static List<String> needingParticipation() {
		return Arrays.stream(values()).filter(TrialInstrument::needsParticipation).map(Enum::name).toList();
	}

}
