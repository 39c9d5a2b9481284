package se.frirum.opendata;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.language.Words;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.PublicAddress;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.springframework.http.HttpStatus.NOT_FOUND;

/// Days not to be missed of an area, or of whoever has to act, as a calendar to subscribe to
/// (RFC 5545), in Swedish: from a year ago on.
@ConditionalOnWebApplication
@Controller
class Calendars {

	private static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

	private static final int MOST = 1_000;

	private static final Links LINKS = new Links();

	private final Operations operations;

	private final PublicAddress address;

	private final Clock clock;

	Calendars(Operations operations, PublicAddress address, Clock clock) {
		this.operations = operations;
		this.address = address;
		this.clock = clock;
	}

	@GetMapping(path = "/calendars/areas/{code}.ics", produces = MEDIA_TYPE)
	ResponseEntity<String> ofArea(@PathVariable String code) {
		Row area = PublicData.run(this.operations, "find-area", Map.of("code", code))
			.row("area")
			.orElseThrow(() -> new ResponseStatusException(NOT_FOUND, "There is no such area."));
		return calendar(area.text("name"), Map.of("area", code));
	}

	@GetMapping(path = "/calendars/organisations/{id}.ics", produces = MEDIA_TYPE)
	ResponseEntity<String> ofBody(@PathVariable String id) {
		Row organisation = PublicData.run(this.operations, "find-organisation", Map.of("id", id))
			.row("node")
			.filter((node) -> node.textOrNull("name") != null)
			.orElseThrow(() -> new ResponseStatusException(NOT_FOUND, "There is no such organisation."));
		return calendar(organisation.text("name"), Map.of("responsible", id));
	}

	private ResponseEntity<String> calendar(String name, Map<String, String> whose) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Frirum//Frirum//SV"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(new XProperty("X-WR-CALNAME", "Frirum: " + name));
		calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), Duration.ofHours(12)));
		deadlines(whose).forEach((deadline) -> calendar.add(event(deadline)));
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(1, HOURS).cachePublic()).body(written(calendar));
	}

	private List<Row> deadlines(Map<String, String> whose) {
		Map<String, Object> variables = new HashMap<>(whose);
		variables.put("from", LocalDate.now(this.clock).minusYears(1).toString());
		variables.put("first", 100);
		List<Row> deadlines = new ArrayList<>();
		boolean more = true;
		while (more && deadlines.size() < MOST) {
			Row page = PublicData.run(this.operations, "calendar", variables).row("deadlines").orElseThrow();
			deadlines.addAll(page.rows("nodes"));
			Row info = page.row("pageInfo").orElseThrow();
			more = info.is("hasNextPage");
			variables.put("after", info.textOr("endCursor", ""));
		}
		return deadlines;
	}

	private VEvent event(Row deadline) {
		String kind = deadline.text("kind");
		LocalDate on = LocalDate.parse(deadline.text("on"));
		Row subject = deadline.row("subject").orElseThrow();
		// As people say it: a trial holds through its last day.
		LocalDate day = kind.equals("TRIAL_ENDS") ? on.minusDays(1) : on;
		VEvent event = new VEvent(day, day.plusDays(1),
				"%s: %s".formatted(Words.SWEDISH.of("deadline", kind), PublicData.called(subject)));
		event.replace(new DtStamp(this.clock.instant().truncatedTo(ChronoUnit.SECONDS)));
		event.add(new Uid("%s-%s-%s@frirum".formatted(kind.toLowerCase(Locale.ROOT).replace('_', '-'),
				subject.text("id").replace(':', '-'), on)));
		event.add(new Url(URI.create(this.address.of(LINKS.to(subject.text("id"))))));
		return event;
	}

	/// With long lines folded.
	private static String written(Calendar calendar) {
		StringWriter writer = new StringWriter();
		try {
			new CalendarOutputter(false).output(calendar, writer);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		return writer.toString();
	}

}
