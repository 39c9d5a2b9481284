package se.frirum.trial;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How far an organisation has come in taking part.
enum ParticipationStatus {

	APPLIED, NOTIFIED, GRANTED, REFUSED, REVOKED;

	/// What a decision can make of it. Whoever was refused, or lost it, joins anew.
	Set<ParticipationStatus> next() {
		return switch (this) {
			case APPLIED -> EnumSet.of(GRANTED, REFUSED);
			case NOTIFIED, GRANTED -> EnumSet.of(REVOKED);
			case REFUSED, REVOKED -> EnumSet.noneOf(ParticipationStatus.class);
		};
	}

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
