package se.frirum.opendata;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
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
import org.springframework.web.util.UriUtils;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.springframework.http.HttpStatus.NOT_FOUND;

/// What happened around an act or an area, as an Atom feed in Swedish (RFC 4287).
@ConditionalOnWebApplication
@Controller
class Feeds {

	private static final String MEDIA_TYPE = "application/atom+xml;charset=UTF-8";

	private static final Links LINKS = new Links();

	private final Operations operations;

	private final PublicAddress address;

	Feeds(Operations operations, PublicAddress address) {
		this.operations = operations;
		this.address = address;
	}

	@GetMapping(path = "/feeds/laws/{designation}.atom", produces = MEDIA_TYPE)
	ResponseEntity<String> ofLaw(@PathVariable String designation) {
		Row found = PublicData.run(this.operations, "find-law", Map.of("designation", designation));
		Row law = found.row("law").orElseThrow(() -> new ResponseStatusException(NOT_FOUND, "There is no such act."));
		return feed(law.text("id"), law.textOr("name", law.text("title")), "laws", designation);
	}

	@GetMapping(path = "/feeds/areas/{code}.atom", produces = MEDIA_TYPE)
	ResponseEntity<String> ofArea(@PathVariable String code) {
		if (code.equals("SE")) {
			throw new ResponseStatusException(NOT_FOUND,
					"There is no feed of the whole country: follow 'eventAdded', or take '/data' with 'since'.");
		}
		Row found = PublicData.run(this.operations, "find-area", Map.of("code", code));
		Row area = found.row("area")
			.orElseThrow(() -> new ResponseStatusException(NOT_FOUND, "There is no such area."));
		return feed(area.text("id"), area.text("name"), "areas", code);
	}

	private ResponseEntity<String> feed(String subject, String name, String kind, String key) {
		List<Row> events = PublicData.run(this.operations, "events-around", Map.of("subject", subject, "first", 50))
			.row("eventsAround")
			.orElseThrow()
			.rows("nodes");
		Feed feed = new Feed("atom_1.0");
		feed.setId("urn:frirum:" + UriUtils.encode(subject, StandardCharsets.UTF_8));
		feed.setTitle("Frirum: " + name);
		feed.setUpdated(events.stream().map(Feeds::at).findFirst().orElse(new Date(0)));
		feed.setOtherLinks(List.of(link("self", this.address.of("/feeds/%s/%s.atom".formatted(kind, encoded(key)))),
				link("license", Catalogue.LICENCE)));
		feed.setAlternateLinks(List.of(link("alternate", this.address.of(LINKS.to(subject)))));
		feed.setEntries(events.stream().map(this::entry).toList());
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(5, MINUTES).cachePublic()).body(written(feed));
	}

	private static String encoded(String key) {
		return UriUtils.encodePathSegment(key, StandardCharsets.UTF_8);
	}

	private Entry entry(Row event) {
		String what = Words.SWEDISH.of("event", event.text("type"));
		String about = event.row("about").map(PublicData::called).orElse("");
		Entry entry = new Entry();
		entry.setId("urn:uuid:" + event.text("id").replaceFirst("^event:", ""));
		entry.setTitle("%s: %s".formatted(what, about));
		entry.setUpdated(at(event));
		event.row("about")
			.ifPresent((subject) -> entry
				.setAlternateLinks(List.of(link("alternate", this.address.of(LINKS.to(subject.text("id")))))));
		entry.setAuthors(List.of(author(event.text("actor"))));
		Content content = new Content();
		content.setType(Content.TEXT);
		content.setValue(event.textOr("reason", what));
		entry.setContents(List.of(content));
		return entry;
	}

	private static SyndPerson author(String name) {
		SyndPerson author = new SyndPersonImpl();
		author.setName(name);
		return author;
	}

	private static Link link(String relation, String href) {
		Link link = new Link();
		link.setRel(relation);
		link.setHref(href);
		return link;
	}

	private static Date at(Row event) {
		return Date.from(OffsetDateTime.parse(event.text("at")).toInstant());
	}

	private static String written(Feed feed) {
		StringWriter writer = new StringWriter();
		try {
			new WireFeedOutput().output(feed, writer);
		}
		catch (IOException | FeedException failure) {
			throw new IllegalStateException("A feed can't be written", failure);
		}
		return writer.toString();
	}

}
