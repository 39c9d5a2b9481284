package se.frirum.trial;

import java.util.Arrays;
import java.util.List;

/// How far an organisation has come in taking part.
enum ParticipationStatus {

	APPLIED, NOTIFIED, GRANTED, REFUSED, REVOKED;

	/// Only whoever gave notice where notice is enough, or was granted it, takes part.
	boolean takesPart() {
		return switch (this) {
			case NOTIFIED, GRANTED -> true;
			case APPLIED, REFUSED, REVOKED -> false;
		};
	}

	static List<String> takingPart() {
		return Arrays.stream(values()).filter(ParticipationStatus::takesPart).map(Enum::name).toList();
	}

}
