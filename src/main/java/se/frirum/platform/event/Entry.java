package se.frirum.platform.event;

import java.time.OffsetDateTime;
import java.util.Objects;

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
/// @param onBehalfOf the organisation whose case it is to answer, where the actor is of
/// another one
/// @param account what counts in the yearly account of whoever answers
public record Entry(String about, String type, @Nullable String from, @Nullable String to, @Nullable String reason,
		Viewer actor, Audience audience, String owner, @Nullable OffsetDateTime at, @Nullable String onBehalfOf,
		@Nullable Account account) {

	/// What an entry counts as in the yearly accounts.
	///
	/// @param outcome how it was answered; null where a case only came in
	/// @param days how long the answer took, rest not counted
	public record Account(@Nullable String outcome, @Nullable Long days) {

		/// A case came in.
		public static final Account RECEIVED = new Account(null, null);

	}

	/// Something that happens now and changes no status.
	public static Entry of(String about, String type, Viewer actor, Audience audience, String owner) {
		return new Entry(about, type, null, null, null, actor, audience, owner, null, null, null);
	}

	/// The same as a move from one status to another.
	public Entry moving(@Nullable Enum<?> before, Enum<?> after) {
		return new Entry(this.about, this.type, (before != null) ? before.name() : null, after.name(), this.reason,
				this.actor, this.audience, this.owner, this.at, this.onBehalfOf, this.account);
	}

	/// The same for a reason.
	public Entry because(@Nullable String why) {
		return new Entry(this.about, this.type, this.from, this.to, why, this.actor, this.audience, this.owner, this.at,
				this.onBehalfOf, this.account);
	}

	/// The same at an earlier moment.
	public Entry at(OffsetDateTime moment) {
		return new Entry(this.about, this.type, this.from, this.to, this.reason, this.actor, this.audience, this.owner,
				moment, this.onBehalfOf, this.account);
	}

	/// The same, done for the organisation whose case it is.
	public Entry onBehalfOf(@Nullable String organisation) {
		return new Entry(this.about, this.type, this.from, this.to, this.reason, this.actor, this.audience, this.owner,
				this.at, Objects.equals(organisation, this.actor.organisation()) ? null : organisation, this.account);
	}

	/// The same, counted in the yearly accounts.
	public Entry counting(@Nullable Account counted) {
		return new Entry(this.about, this.type, this.from, this.to, this.reason, this.actor, this.audience, this.owner,
				this.at, this.onBehalfOf, counted);
	}

	/// The same for others to see, and for another owner.
	public Entry seenBy(Audience others, String anotherOwner) {
		return new Entry(this.about, this.type, this.from, this.to, this.reason, this.actor, others, anotherOwner,
				this.at, this.onBehalfOf, this.account);
	}

}
