package se.frirum.platform.answer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.security.Audience;

import org.springframework.data.neo4j.core.schema.Id;

/// What somebody hands in and waits for an answer to: who wrote it, who may see it, since
/// when it waits, and who is at work on it.
@SuppressWarnings({ "NullAway.Init", "UnusedVariable" }) // Spring Data fills the fields
public abstract class AnsweredCase {

	/// UTC, of one length, so that moments sort as text.
	private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	@Id
	private String id;

	private @Nullable String reference;

	private long version;

	private Audience audience;

	/// The id of the organisation that wrote it.
	private String owner;

	/// Sort keys, each unique: when it was handed in, when it last changed, and while
	/// those who answer have it, since when it waits.
	private String newest;

	private String changed;

	private @Nullable String waiting;

	private @Nullable OffsetDateTime waitingSince;

	private @Nullable LocalDate dueOn;

	private @Nullable LocalDate restingSince;

	private long restedDays;

	/// The id of the account that is at work on it.
	private @Nullable String handler;

	/// Begins a draft.
	protected final void begin(String newId, String organisation, OffsetDateTime now) {
		this.id = newId;
		this.version = 1;
		this.owner = organisation;
		this.audience = Audience.OWNER;
		arrivedAt(now);
	}

	/// Hands it in under a reference: those who review see it.
	protected final void handIn(String givenReference, OffsetDateTime now) {
		this.reference = givenReference;
		widen(Audience.REVIEWERS);
		arrivedAt(now);
	}

	/// An audience never narrows.
	protected final void widen(Audience wider) {
		if (wider.compareTo(this.audience) > 0) {
			this.audience = wider;
		}
	}

	/// Notes that it changed.
	protected final void changedAt(OffsetDateTime now) {
		this.changed = key(now);
	}

	private void arrivedAt(OffsetDateTime now) {
		this.newest = key(now);
		changedAt(now);
	}

	/// Sets the clock.
	/// @param queued whether those who answer have it now, rather than whoever wrote it
	protected final void clock(AnswerClock clock, boolean queued) {
		this.waitingSince = clock.since();
		this.dueOn = clock.dueOn();
		this.restingSince = clock.restingSince();
		this.restedDays = clock.rested();
		this.waiting = (queued && clock.since() != null) ? key(clock.since()) : null;
	}

	/// How long it has waited.
	public final AnswerClock clock() {
		return new AnswerClock(this.waitingSince, this.dueOn, this.restingSince, this.restedDays);
	}

	/// Gives it to an account to work on.
	public final void handledBy(@Nullable String account) {
		this.handler = account;
	}

	private String key(OffsetDateTime moment) {
		return sortable(moment) + "|" + this.id;
	}

	/// Where a day in Sweden begins among the sort keys.
	public static String sortable(LocalDate day) {
		return sortable(day.atStartOfDay(SWEDEN).toOffsetDateTime());
	}

	/// Where a moment stands among the sort keys.
	public static String sortable(OffsetDateTime moment) {
		return SORTABLE.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
	}

	public final String id() {
		return this.id;
	}

	public final @Nullable String reference() {
		return this.reference;
	}

	public final Audience audience() {
		return this.audience;
	}

	/// The id of the organisation that wrote it.
	public final String owner() {
		return this.owner;
	}

	public final String newest() {
		return this.newest;
	}

}
