package se.frirum.platform.event;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

/// Something that happened, about to be written to the log.
///
/// @param about the id of what it happened to
/// @param type what happened: `OBSTACLE_SUBMITTED`
/// @param from the status before, where it changed
/// @param to the status after, where it changed
/// @param audience who may see the entry, fixed from now on
/// @param owner the organisation that sees it whatever the audience
/// @param at when it happened, where that isn't now
public record Entry(String about, String type, @Nullable String from, @Nullable String to, @Nullable String reason,
		Viewer actor, Audience audience, String owner, @Nullable OffsetDateTime at) {

	/// Something that happens now and changes no status.
	public static Entry of(String about, String type, Viewer actor, Audience audience, String owner) {
		return new Entry(about, type, null, null, null, actor, audience, owner, null);
	}

	/// The same as a move from one status to another.
	public Entry moving(@Nullable Enum<?> before, Enum<?> after) {
		return new Entry(this.about, this.type, (before != null) ? before.name() : null, after.name(), this.reason,
				this.actor, this.audience, this.owner, this.at);
	}

	/// The same for a reason.
	public Entry because(@Nullable String why) {
		return new Entry(this.about, this.type, this.from, this.to, why, this.actor, this.audience, this.owner,
				this.at);
	}

	/// The same at an earlier moment.
	public Entry at(OffsetDateTime moment) {
		return new Entry(this.about, this.type, this.from, this.to, this.reason, this.actor, this.audience, this.owner,
				moment);
	}

}
