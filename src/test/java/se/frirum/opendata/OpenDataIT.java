package se.frirum.opendata;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.RandomWord;
import se.frirum.Report;
import se.frirum.Report.Case;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What everybody may take along: read back by programs that know the formats.
@FrirumTest
class OpenDataIT {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final Api api;

	OpenDataIT(Api api) {
		this.api = api;
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return CLIENT.send(HttpRequest.newBuilder(this.api.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private String found(String path, String type) throws IOException, InterruptedException {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
		return response.body();
	}

	private List<NamedCsvRecord> csv(String path) throws IOException, InterruptedException {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
			.ofNamedCsvRecord(new StringReader(found(path, "text/csv")))) {
			return reader.stream().toList();
		}
	}

	private List<JsonNode> lines(String path) throws IOException, InterruptedException {
		return found(path, "application/x-ndjson").lines().map(JsonMapper.shared()::readTree).toList();
	}

	@ParameterizedTest
	@EnumSource
	void isTheSameInBothFormats(Dataset dataset) throws Exception {
		Case obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").takenUp();
		Proposing.by(this.api.as("reporter")).addressing(obstacle.id()).changing("21 kap. 6 § skollagen").takenUp();
		this.api.as("reporter")
			.run("publish-lesson",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Lärdom", "context",
									"Försök", "whatFailed", "Tiden.", "values", List.of("SOCIAL"), "novelty",
									"NEW_TO_ORGANISATION", "evidence", "ANECDOTE")));
		List<NamedCsvRecord> table = csv("/data/" + dataset.fileName() + ".csv");
		List<JsonNode> lines = lines("/data/" + dataset.fileName() + ".jsonl");
		assertThat(table).isNotEmpty();
		assertThat(table.getFirst().getHeader()).containsExactlyElementsOf(dataset.columns());
		assertThat(table.stream().map((row) -> row.getField("id")))
			.containsExactlyElementsOf(lines.stream().map((line) -> line.path("id").asString()).toList())
			.doesNotHaveDuplicates();
	}

	@Test
	void holdsWhatIsPublicOnly() throws Exception {
		Case draft = Report.by(this.api.as("reporter")).draft();
		Case submitted = Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").submitted();
		Case published = Report.by(this.api.as("reporter"))
			.with("title", "=HYPERLINK(\"https://example.org\")")
			.citing("21 kap. 6 § skollagen")
			.takenUp();
		for (String path : List.of("/data/obstacles.csv", "/data/obstacles.jsonl", "/feeds/laws/2010:800.atom",
				"/feeds/areas/0581.atom", "/calendars/areas/0581.ics")) {
			assertThat(get(path).body()).as(path)
				.doesNotContain(draft.id(), draft.word(), submitted.id(), submitted.word(), submitted.reference());
		}
		NamedCsvRecord row = csv("/data/obstacles.csv").stream()
			.filter((each) -> each.getField("id").equals(published.id()))
			.findFirst()
			.orElseThrow();
		assertThat(row.getField("title")).startsWith("'=HYPERLINK");
		assertThat(row.getField("blockedBy.target")).isEqualTo("2010:800#K21P6");
		assertThat(row.getField("reportedBy.name")).isEqualTo("Norrköpings kommun");
	}

	@Test
	void tellsWhatChangedSinceAnEarlierFile() throws Exception {
		String since = get("/data/obstacles.jsonl").headers().firstValue("Frirum-Cursor").orElseThrow();
		Case draft = Report.by(this.api.as("reporter")).draft();
		Case published = Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").takenUp();
		List<String> changed = lines("/data/obstacles.jsonl?since=" + since).stream()
			.map((line) -> line.path("id").asString())
			.toList();
		assertThat(changed).contains(published.id()).doesNotContain(draft.id());
		String trial = trial();
		assertThat(lines("/data/clauses.jsonl?since=" + since).stream().map((line) -> line.path("trial").asString()))
			.contains(trial);
		assertThat(csv("/data/trials.csv?since=" + since).stream().map((row) -> row.getField("id"))).contains(trial);
	}

	@ParameterizedTest
	@CsvSource({ "/data/nothing.csv, 404", "/data/obstacles.csv?since=nothing, 400", "/feeds/laws/2099:9.atom, 404",
			"/feeds/areas/9999.atom, 404", "/feeds/areas/SE.atom, 404", "/calendars/areas/9999.ics, 404",
			"/calendars/organisations/organisation:nobody.ics, 404" })
	void tellsWhatIsNotThere(String path, int status) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(status);
	}

	private String trial() {
		Answer answer = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
									RandomWord.startingWith("Försök "), "instrument", "NAMED_AREA_ACT", "clauses",
									List.of(Map.of("citations", List.of("21 kap. 6 § skollagen"), "text",
											"Paragrafen gäller inte.", "areas", List.of("0581"), "from",
											LocalDate.now().plusDays(3).toString(), "until", "2047-01-01")))));
		assertThat(answer.problems("registerTrial")).as(answer.toString()).isEmpty();
		return answer.text("registerTrial.trial.id");
	}

	/// Read by Apache Jena: what DCAT-AP-SE demands of each part is there.
	@Test
	void isDescribedForDataPortals() throws Exception {
		String base = this.api.uri("").toString();
		String description = found("/data", "application/ld+json");
		Model model = RDFParser.fromString(description, Lang.JSONLD).toModel();
		Resource catalogue = model.listSubjectsWithProperty(RDF.type, DCAT.Catalog).next();
		assertHas(catalogue, DCTerms.title, DCTerms.description, DCTerms.publisher, DCTerms.license, DCAT.dataset);
		List<Resource> datasets = model.listSubjectsWithProperty(RDF.type, DCAT.Dataset).toList();
		assertThat(datasets).hasSize(Dataset.values().length)
			.allSatisfy((dataset) -> assertHas(dataset, DCTerms.title, DCTerms.description, DCTerms.publisher,
					DCAT.contactPoint, DCAT.theme, DCTerms.accessRights));
		List<Resource> files = model.listSubjectsWithProperty(RDF.type, DCAT.Distribution).toList();
		assertThat(files).hasSize(2 * Dataset.values().length)
			.allSatisfy((file) -> assertHas(file, DCAT.accessURL, DCAT.downloadURL, DCTerms.license, DCTerms.format));
		for (Resource file : files) {
			assertThat(file.getURI()).startsWith(base);
			assertThat(get(URI.create(file.getURI()).getPath()).statusCode()).isEqualTo(200);
		}
		Resource publisher = catalogue.getPropertyResourceValue(DCTerms.publisher);
		assertHas(publisher, ResourceFactory.createProperty("http://xmlns.com/foaf/0.1/name"));
	}

	private static void assertHas(Resource resource, Property... properties) {
		assertThat(Arrays.asList(properties)).as(resource.toString()).allMatch(resource::hasProperty);
	}

	/// Read by ROME: an Atom feed that holds what RFC 4287 demands.
	@Test
	void tellsOfAnActAndAnAreaInFeeds() throws Exception {
		Case obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").takenUp();
		for (String path : List.of("/feeds/laws/2010:800.atom", "/feeds/areas/0581.atom", "/feeds/areas/05.atom")) {
			Feed feed = (Feed) new WireFeedInput().build(new StringReader(found(path, "application/atom+xml")));
			assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
			assertThat(feed.getId()).startsWith("urn:frirum:");
			assertThat(feed.getOtherLinks().getFirst().getHref()).isEqualTo(this.api.uri(path).toString());
			assertThat(feed.getUpdated()).isNotNull();
			assertThat(feed.getEntries()).isNotEmpty().allSatisfy((entry) -> {
				assertThat(entry.getId()).startsWith("urn:uuid:");
				assertThat(entry.getUpdated()).isNotNull();
				assertThat(entry.getAuthors()).isNotEmpty();
				assertThat(entry.getContents()).isNotEmpty();
				assertThat(entry.getAlternateLinks().getFirst().getHref()).startsWith(this.api.uri("/").toString());
			});
			assertThat(feed.getEntries().stream().map(Entry::getId)).doesNotHaveDuplicates();
			assertThat(feed.getEntries().getFirst().getTitle())
				.isEqualTo("Upptaget för granskning: %s Hinder %s".formatted(obstacle.reference(), obstacle.word()));
		}
	}

	@Test
	void tellsOfAnAreaWhatHappensThere() throws Exception {
		String trial = trial();
		String title = this.api.query("query ($id: ID!) { trial(id: $id) { title } }", Map.of("id", trial))
			.text("trial.title");
		assertThat(get("/feeds/areas/0581.atom").body()).contains(title);
		assertThat(get("/feeds/areas/2583.atom").body()).doesNotContain(title);
		assertThat(get("/calendars/areas/2583.ics").body()).doesNotContain(trial.replace(':', '-'));
	}

	/// Read and validated by ical4j.
	@Test
	void givesDaysToSubscribeTo() throws Exception {
		String trial = trial();
		String body = this.api.query("{ law(designation: \"2010:800\") { responsible { id } } }")
			.text("law.responsible.id");
		for (String path : List.of("/calendars/areas/0581.ics", "/calendars/organisations/" + body + ".ics")) {
			Calendar calendar = new CalendarBuilder().build(new StringReader(found(path, "text/calendar")));
			assertThat(calendar.validate().getEntries()).isEmpty();
			List<VEvent> events = new ArrayList<>(calendar.getComponents("VEVENT"));
			assertThat(Set.copyOf(uids(events))).hasSameSizeAs(events);
			List<String> days = events.stream()
				.filter((event) -> uid(event).contains(trial.replace(':', '-')))
				.map((event) -> event.getDateTimeStart().getValue() + " "
						+ event.getSummary().getValue().replaceFirst(":.*", ""))
				.toList();
			assertThat(days).as(path).contains("20461231 Sista dag som försöket gäller").hasSize(4);
		}
	}

	private static List<String> uids(List<VEvent> events) {
		return events.stream().map(OpenDataIT::uid).toList();
	}

	private static String uid(VEvent event) {
		return event.getUid().orElseThrow().getValue();
	}

}
