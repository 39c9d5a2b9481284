package se.frirum.law.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.Cases;
import se.frirum.FrirumTest;
import se.frirum.law.importing.ImportLog.Running;
import se.frirum.law.importing.ImportLog.State;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.security.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What importing does to the graph, on acts of the year 2191.
@FrirumTest
class LawImportsIT {

	private static final Viewer ADMIN = new Viewer("admin", "Admin", Set.of(), null);

	private static final Path SOURCES = Path.of("target/law-sources");

	private static final String NODES = """
			MATCH (n:Law|Provision|Wording|Amendment|LawName|Obstacle|Organisation)
			RETURN labels(n)[0] + ' ' + coalesce(n.id, n.name) AS node, properties(n) AS properties
			""";

	private static final String LINKS = """
			MATCH (n:Law|Provision|Wording|Amendment|LawName|Obstacle)-[link]->(m:Law|Provision|Wording|Organisation)
			RETURN coalesce(n.id, n.name) + ' ' + type(link) + ' ' + m.id AS node, properties(link) AS properties
			""";

	private static final String DELETE = """
			MATCH (node:Law|Provision|Wording|Amendment) WHERE node.id =~ 'sfs:219[1-9]:.*'
			OPTIONAL MATCH (name:LawName)-[:MEANS]->(node)
			DETACH DELETE name, node
			""";

	private static final String COUNTS = """
			lawImport(id: "%s") { state acts actsDone created changed unchanged ceased
				failures { source designation reason } }""";

	private final Api api;

	private final LawImports lawImports;

	private final ImportLog imports;

	private final Transactions transactions;

	private final LocalDate today;

	private Path folder = SOURCES;

	LawImportsIT(Api api, LawImports lawImports, ImportLog imports, Transactions transactions, Clock clock) {
		this.api = api;
		this.lawImports = lawImports;
		this.imports = imports;
		this.transactions = transactions;
		this.today = LocalDate.now(clock);
	}

	/// An error that nobody catches, as when the process is killed.
	private static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

	}

	@BeforeEach
	void bringASource() throws IOException {
		this.folder = SOURCES.resolve(UUID.randomUUID().toString());
		Map<String, String> files = new LinkedHashMap<>();
		for (String file : List.of("md/SFS_2191_1.md", "md/SFS_2191_2.md", "md/SFS_2191_3.md", "md/SFS_2191_4.md",
				"sfs_lista.txt")) {
			files.put(file, Archives.resource("text/" + file));
		}
		Archives.pack(this.folder, files);
	}

	@AfterEach
	void takeTheActsAwayAgain() {
		write(DELETE);
	}

	@Test
	void anActComesWithItsSectionsAndTheirWordings() {
		Answer report = imported(this.folder);
		assertThat(report.text("lawImport.state")).isEqualTo("DONE");
		assertThat(report.at("lawImport.created").asInt()).isEqualTo(4);
		assertThat(report.at("lawImport.acts").asInt()).isEqualTo(4);
		assertThat(report.at("lawImport.failures")).isEmpty();
		Answer act = this.api.query("""
				{ law(designation: "2191:1") { title kind inForceFrom transitional
					provisions { nodes { id heading chapterHeading division } } } }""");
		assertThat(act.text("law.title")).isEqualTo("Lag (2191:1) om lånecyklar");
		assertThat(act.text("law.kind")).isEqualTo("ACT");
		assertThat(act.text("law.transitional")).contains("1 februari 2191");
		assertThat(act.texts("law.provisions.nodes", "id")).containsExactly("sfs:2191:1#K1P1", "sfs:2191:1#K1P2",
				"sfs:2191:1#K1P2a", "sfs:2191:1#K2P1", "sfs:2191:1#K2P2", "sfs:2191:1#K3P1");
		assertThat(text("sfs:2191:1#K2P1", "2193-06-30")).endsWith("en cykel för varje hundratal invånare.");
		assertThat(text("sfs:2191:1#K2P1", "2193-07-01")).endsWith("Fler cyklar får finnas.");
		assertThat(text("sfs:2191:4#P3", "2192-01-01")).isEqualTo("Den som cyklar ska hålla till höger.");
		assertThat(this.api.query("{ law(designation: \"2191:3\") { provisions { totalCount } } }")
			.at("law.provisions.totalCount")
			.asInt()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".zip", ".tar.gz", ".tar.xz" })
	void anArchiveBringsTheSameAsAFolder(String ending) throws IOException {
		imported(this.folder);
		Set<String> graph = graph();
		write(DELETE);
		Map<String, String> files = new LinkedHashMap<>();
		try (var paths = Files.walk(this.folder)) {
			for (Path file : paths.filter(Files::isRegularFile).toList()) {
				files.put("legalize/" + this.folder.relativize(file), Files.readString(file));
			}
		}
		Path archive = Archives.pack(SOURCES.resolve(UUID.randomUUID() + ending), files);
		assertThat(imported(archive).at("lawImport.created").asInt()).isEqualTo(4);
		assertThat(graph()).isEqualTo(graph);
	}

	@Test
	void theSameAgainWritesNothing() {
		imported(this.folder);
		Set<String> graph = graph();
		long events = events("sfs:2191:1");
		Answer report = imported(this.folder);
		assertThat(report.at("lawImport.unchanged").asInt()).isEqualTo(4);
		assertThat(report.at("lawImport.created").asInt() + report.at("lawImport.changed").asInt()).isZero();
		assertThat(graph()).isEqualTo(graph);
		assertThat(events("sfs:2191:1")).isEqualTo(events);
	}

	@Test
	void aChangedActChangesOnlyWhatDiffers() throws IOException {
		imported(this.folder);
		Set<String> before = graph();
		long events = events("sfs:2191:2");
		long others = events("sfs:2191:1");
		change("2", "- reflexer, och", "- lyktor, reflexer, och");
		Answer report = imported(this.folder);
		assertThat(report.at("lawImport.changed").asInt()).isEqualTo(1);
		assertThat(report.at("lawImport.unchanged").asInt()).isEqualTo(3);
		assertThat(difference(before)).containsOnly("Law sfs:2191:2", "Wording sfs:2191:2#P2@1",
				"Wording sfs:2191:2#P2@2", "sfs:2191:2#P2 HAS_WORDING sfs:2191:2#P2@2");
		assertThat(text("sfs:2191:2#P2", this.today.toString())).contains("lyktor");
		assertThat(text("sfs:2191:2#P2", this.today.minusDays(1).toString())).contains("reflexer")
			.doesNotContain("lyktor");
		assertThat(events("sfs:2191:2")).as("one for the change").isEqualTo(events + 1);
		assertThat(events("sfs:2191:1")).isEqualTo(others);
		Set<String> after = graph();
		imported(this.folder);
		assertThat(graph()).isEqualTo(after);
	}

	@Test
	void anActWithoutSectionsThatChangesIsNoNewAct() throws IOException {
		imported(this.folder);
		long events = events("sfs:2191:3");
		change("3", "ångcyklar", "elcyklar");
		Answer report = imported(this.folder);
		assertThat(report.at("lawImport.created").asInt()).isZero();
		assertThat(report.at("lawImport.changed").asInt()).isEqualTo(1);
		assertThat(events("sfs:2191:3")).isEqualTo(events + 1);
	}

	@Test
	void whatIsToldOtherwiseInTheSameWordsIsNotInTheLog() throws IOException {
		imported(this.folder);
		long events = events("sfs:2191:2");
		change("2", "Infrastrukturdepartementet", "Finansdepartementet");
		assertThat(imported(this.folder).at("lawImport.changed").asInt()).isEqualTo(1);
		assertThat(events("sfs:2191:2")).isEqualTo(events);
	}

	@Test
	void howAnotherSourceTellsAnActIsInTheLogOnceItKnowsMore() throws IOException {
		imported(this.folder);
		long events = events("sfs:2191:4");
		imported(document("2191:4", "Balk", "1 § Den som har en cykel ska  vårda den väl."));
		assertThat(events("sfs:2191:4")).as("as it tells it at first").isEqualTo(events);
		imported(document("2191:4", "Balk", "1 § Cyklar ska vårdas."));
		assertThat(events("sfs:2191:4")).as("other words from then on").isEqualTo(events + 1);
		events = events("sfs:2191:2");
		imported(document("2191:2", "Förordning", "1 § Ny text. Förordning (2193:1)."));
		assertThat(events("sfs:2191:2")).as("a later amendment").isEqualTo(events + 1);
	}

	@Test
	void theEndOfAnActIsInTheLog() throws IOException {
		imported(document("2191:6", "Lag", "1 § Cyklar ska vårdas."));
		long events = events("sfs:2191:6");
		imported(document("2191:6", "Lag", "/Upphör att gälla U:2193-01-01/\\n\\n1 § Cyklar ska vårdas."));
		assertThat(this.api.query("{ law(designation: \"2191:6\") { ceasesOn } }").text("law.ceasesOn"))
			.isEqualTo("2193-01-01");
		assertThat(events("sfs:2191:6")).isEqualTo(events + 1);
	}

	@Test
	void aSectionThatAnObstaclePointsAtCeasesAndStaysReadable() throws IOException {
		imported(this.folder);
		String obstacle = Cases.of(this.api)
			.reported("reporter", "Böter", Map.of("blockedBy", List.of(Map.of("citation", "sfs:2191:4#P4"))));
		change("4", "4 § Den som bryter mot 3 § döms till böter.\n\n", "");
		Answer report = imported(this.folder);
		assertThat(report.at("lawImport.ceased").asInt()).isEqualTo(1);
		assertThat(this.api
			.query("query ($id: ID!) { obstacle(id: $id) { blockedBy { provision { id } } } }", Map.of("id", obstacle))
			.text("obstacle.blockedBy.0.provision.id")).isEqualTo("sfs:2191:4#P4");
		assertThat(text("sfs:2191:4#P4", this.today.minusDays(1).toString())).contains("böter");
		assertThat(this.api.query("{ provision(citation: \"sfs:2191:4#P4\") { text } }").at("provision.text").isNull())
			.isTrue();
		assertThat(imported(this.folder).at("lawImport.ceased").asInt()).isZero();
	}

	@Test
	void anActThatACompleteSourceNoLongerBringsHasLeftIt() throws IOException {
		imported(json());
		imported(this.folder);
		Set<String> before = graph();
		String file = remove("3");
		imported(this.folder);
		assertThat(difference(before)).as("no other source's act, none of the seed").containsOnly("Law sfs:2191:3");
		assertThat(left("2191:3")).isEqualTo(this.today.toString());
		Set<String> after = graph();
		imported(this.folder);
		assertThat(graph()).isEqualTo(after);
		Files.writeString(this.folder.resolve("md/SFS_2191_3.md"), file + " ");
		imported(this.folder);
		assertThat(left("2191:3")).as("it came back").isEmpty();
	}

	@Test
	void fromASourceThatDoesNotClaimToBeCompleteNothingLeaves() throws IOException {
		imported(this.folder);
		Set<String> before = graph();
		remove("3");
		Files.delete(this.folder.resolve("sfs_lista.txt"));
		imported(this.folder);
		assertThat(graph()).isEqualTo(before);
	}

	@Test
	void nothingLeavesASourceThatIsCutOff() throws IOException {
		imported(this.folder);
		Set<String> before = graph();
		Map<String, String> files = new LinkedHashMap<>();
		files.put("sfs_lista.txt", "2191:1\tLag\n");
		files.put("md/SFS_2191_1.md", Files.readString(this.folder.resolve("md/SFS_2191_1.md")));
		Path archive = Archives.pack(SOURCES.resolve(UUID.randomUUID() + ".tar.gz"), files);
		byte[] bytes = Files.readAllBytes(archive);
		Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length * 3 / 4));
		assertThat(imported(archive).at("lawImport.failures")).isNotEmpty();
		assertThat(graph()).isEqualTo(before);
	}

	@Test
	void olderTextOfAnotherSourceDoesNotReplaceNewer() throws IOException {
		imported(this.folder);
		imported(document("2191:2", "Förordning", "1 § Gammal text. Förordning (2191:90)."));
		assertThat(text("sfs:2191:2#P1", "2193-01-01")).startsWith("Denna förordning kompletterar");
		imported(document("2191:2", "Förordning", "1 § Ny text. Förordning (2193:1)."));
		assertThat(text("sfs:2191:2#P1", "2193-01-01")).isEqualTo("Ny text.");
		imported(this.folder);
		assertThat(text("sfs:2191:2#P1", "2193-01-01")).isEqualTo("Ny text.");
	}

	@Test
	void aSourceWithoutTheTextDoesNotTakeItAway() throws IOException {
		imported(this.folder);
		imported(document("2191:4", "Balk", ""));
		assertThat(text("sfs:2191:4#P1", "2193-01-01")).isEqualTo("Den som har en cykel ska vårda den.");
	}

	@Test
	void theRegisterTellsWhatAmendedAnAct() throws IOException {
		imported(json());
		Answer act = this.api.query("""
				{ law(designation: "2191:5") { issuedOn amendments { nodes {
					designation title inForceFrom note provisions { id } } } } }""");
		assertThat(act.text("law.issuedOn")).isEqualTo("2191-04-02");
		assertThat(act.texts("law.amendments.nodes", "designation")).containsExactly("2192:19");
		assertThat(act.text("law.amendments.nodes.0.note")).isEqualTo("ändr. 1 §");
		assertThat(act.texts("law.amendments.nodes.0.provisions", "id")).containsExactly("sfs:2191:5#P1");
	}

	@Test
	void aFileThatIsBrokenCostsThatFileOnly() throws IOException {
		Files.write(this.folder.resolve("md/SFS_2191_1.md"), new byte[] { '#', (byte) 0xe5 });
		change("2", "## Författningstext", "");
		Files.copy(this.folder.resolve("md/SFS_2191_4.md"), this.folder.resolve("md/SFS_2191_5.md"));
		Answer report = imported(this.folder);
		assertThat(report.text("lawImport.state")).isEqualTo("DONE");
		assertThat(report.at("lawImport.created").asInt()).isEqualTo(2);
		assertThat(report.texts("lawImport.failures", "source")).containsExactly("md/SFS_2191_1.md", "md/SFS_2191_2.md",
				"md/SFS_2191_5.md");
		assertThat(report.texts("lawImport.failures", "reason")).satisfiesExactly(
				(reason) -> assertThat(reason).contains("UTF-8"), (reason) -> assertThat(reason).contains("cut off"),
				(reason) -> assertThat(reason).contains("stands in md/SFS_2191_4.md too"));
		assertThat(report.text("lawImport.failures.2.designation")).isEqualTo("2191:4");
	}

	@Test
	void anActThatCannotBeWrittenIsNotThereAtAll() {
		write("CREATE (:Provision {id: 'sfs:2191:2#P2', key: 'in the way'})");
		Answer report = imported(this.folder);
		assertThat(report.at("lawImport.created").asInt()).isEqualTo(3);
		assertThat(report.texts("lawImport.failures", "designation")).containsExactly("2191:2");
		assertThat(rows("MATCH (law:Law {id: 'sfs:2191:2', known: true}) RETURN law.id AS id")).isEmpty();
		assertThat(rows("MATCH (section:Provision {id: 'sfs:2191:2#P1'}) RETURN section.id AS id")).isEmpty();
		assertThat(text("sfs:2191:4#P1", "2192-01-01")).isNotEmpty();
	}

	@Test
	void anImportThatWasKilledGoesOnAndEndsAsOneInPeace() throws IOException {
		for (int number = 100; number < 1_000; number++) {
			Files.writeString(this.folder.resolve("md/SFS_2191_%d.md".formatted(number)),
					Archives.resource("text/md/SFS_2191_2.md").replace("2191:2", "2191:" + number));
		}
		imported(this.folder);
		Set<String> peace = graph();
		write(DELETE);
		Running running = started(this.folder);
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> this.lawImports.run(running, new ImportProgress() {

			@Override
			public void step(long acts) {
				throw new Killed();
			}

		}));
		assertThat(report(running.id()).text("lawImport.state")).isEqualTo("RUNNING");
		assertThat(graph()).as("a part of it").isNotEqualTo(peace);
		assertThat(rows("MATCH (law:Law) WHERE law.id STARTS WITH 'sfs:2191:' AND law.known RETURN law.id AS id"))
			.hasSize(400);
		this.transactions.write(() -> this.transactions.query("MATCH (i:LawImport {id: $id}) SET i.seenAt = $then",
				Map.of("id", running.id(), "then", OffsetDateTime.now().minus(Duration.ofMinutes(1)))));
		awaitEnd(running.id());
		assertThat(report(running.id()).text("lawImport.state")).isEqualTo("DONE");
		assertThat(report(running.id()).at("lawImport.actsDone").asInt()).isEqualTo(904);
		assertThat(graph()).isEqualTo(peace);
	}

	@Test
	void anImportIsStartedFollowedAndRepeatedThroughTheApi() throws IOException {
		String name = this.folder.getFileName().toString();
		Answer started = start(name);
		String id = started.text("importLaws.lawImport.id");
		assertThat(started.problems("importLaws")).isEmpty();
		awaitEnd(id);
		assertThat(report(id).at("lawImport.created").asInt()).isEqualTo(4);
		assertThat(report(id).text("lawImport.state")).isEqualTo("DONE");
		assertThat(cancel(id).problems("cancelLawImport")).as("it has ended").containsExactly("NOT_FOUND");
		assertThat(cancel("import:0").problems("cancelLawImport")).containsExactly("NOT_FOUND");
	}

	@Test
	void onlyOneImportRunsAtATimeAndItCanBeCancelled() {
		Running running = started(this.folder);
		Answer same = start(this.folder.getFileName().toString());
		assertThat(same.text("importLaws.lawImport.id")).as("the one that runs").isEqualTo(running.id());
		assertThat(start(".").problems("importLaws")).as("another").containsExactly("INVALID");
		assertThat(cancel(running.id()).text("cancelLawImport.lawImport.state")).isEqualTo("RUNNING");
		assertThat(this.lawImports.run(running, ImportProgress.SILENT)).isEqualTo(State.CANCELLED);
		Answer report = report(running.id());
		assertThat(report.text("lawImport.state")).isEqualTo("CANCELLED");
		assertThat(imported(this.folder).at("lawImport.unchanged").asInt()).as("what was written stays")
			.isEqualTo(report.at("lawImport.created").asInt());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing/here", "..", "../..", "../../pom.xml", "/etc", "/etc/passwd", "link",
			"link/passwd", "a\u0000b", "x/../../../pom.xml" })
	void whatLiesOutsideTheFolderIsNotThere(String path) throws IOException {
		Path link = SOURCES.resolve("link");
		if (!Files.isSymbolicLink(link)) {
			Files.createSymbolicLink(link, Path.of("/etc"));
		}
		Answer answer = start(path);
		assertThat(answer.problems("importLaws")).containsExactly("INVALID");
		assertThat(answer.text("importLaws.problems.0.path.1")).isEqualTo("path");
		assertThat(answer.at("importLaws.lawImport").isNull()).isTrue();
		if (!path.contains("\u0000")) {
			assertThat(answer.text("importLaws.problems.0.message"))
				.isEqualTo(start("missing").text("importLaws.problems.0.message"));
		}
	}

	private Answer start(String path) {
		return this.api.as("admin").query("""
				mutation ($path: String!) { importLaws(input: {source: TEXT_FILES, path: $path}) {
					lawImport { id state } problems { code message path } } }""", Map.of("path", path));
	}

	private Answer cancel(String id) {
		return this.api.as("admin").query("""
				mutation ($id: ID!) { cancelLawImport(id: $id) {
					lawImport { id state } problems { code message path } } }""", Map.of("id", id));
	}

	private Running started(Path path) {
		LawSource source = LawSource.of(path);
		String id = this.transactions.write(() -> this.imports.start(source, real(path), ADMIN));
		return new Running(id, source, real(path), ADMIN, true);
	}

	private static Path real(Path path) {
		try {
			return path.toRealPath();
		}
		catch (IOException failure) {
			throw new java.io.UncheckedIOException(failure);
		}
	}

	private Answer imported(Path path) {
		Running running = started(path);
		this.lawImports.run(running, ImportProgress.SILENT);
		return report(running.id());
	}

	private Answer report(String id) {
		Answer answer = this.api.as("admin").query("{ " + COUNTS.formatted(id) + " }");
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer;
	}

	private void awaitEnd(String id) {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (report(id).text("lawImport.state").equals("RUNNING") && System.nanoTime() < end) {
			try {
				Thread.sleep(Duration.ofMillis(200));
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private void change(String number, String part, String instead) throws IOException {
		Path file = this.folder.resolve("md/SFS_2191_" + number + ".md");
		String text = Files.readString(file);
		assertThat(text).contains(part);
		Files.writeString(file, text.replace(part, instead));
	}

	private String remove(String number) throws IOException {
		Path file = this.folder.resolve("md/SFS_2191_" + number + ".md");
		String text = Files.readString(file);
		Files.delete(file);
		Path list = this.folder.resolve("sfs_lista.txt");
		Files.writeString(list, Files.readString(list).replaceFirst("2191:" + number + "\t.*\n", ""));
		return text;
	}

	private Path json() throws IOException {
		return Archives.pack(SOURCES.resolve(UUID.randomUUID().toString()), new LinkedHashMap<>(Map.of("2191-5.json",
				Archives.resource("json/2191-5.json"), "svar.json", Archives.resource("json/svar.json"))));
	}

	private static Path document(String number, String type, String text) throws IOException {
		return Files.writeString(SOURCES.resolve(UUID.randomUUID() + ".json"), """
				{"beteckning": "%s", "rubrik": "%s (%s) om cyklar", "forfattningstypNamn": "%s",
					"fulltext": {"forfattningstext": "%s"}}""".formatted(number, type, number, type, text));
	}

	private String text(String provision, String day) {
		return this.api
			.query("query ($id: String!, $day: Date) { provision(citation: $id) { text(on: $day) } }",
					Map.of("id", provision, "day", day))
			.text("provision.text");
	}

	private String left(String designation) {
		return this.api.query("{ law(designation: \"%s\") { leftSourceOn } }".formatted(designation))
			.text("law.leftSourceOn");
	}

	private long events(String about) {
		return this.api.query("{ events(about: \"%s\") { totalCount } }".formatted(about))
			.at("events.totalCount")
			.asLong();
	}

	private Set<String> graph() {
		Set<String> graph = new TreeSet<>();
		for (String part : List.of(NODES, LINKS)) {
			for (Row row : rows(part)) {
				Map<String, Object> properties = new TreeMap<>(row.row("properties").orElseThrow().values());
				graph.add(row.text("node") + " " + properties);
			}
		}
		return graph;
	}

	/// The nodes and links that are no longer as they were, or new.
	private Set<String> difference(Set<String> before) {
		Set<String> changed = new TreeSet<>(graph());
		Set<String> gone = new TreeSet<>(before);
		gone.removeAll(changed);
		changed.removeAll(before);
		changed.addAll(gone);
		return changed.stream()
			.map((node) -> node.substring(0, node.indexOf(" {")))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private List<Row> rows(String statement) {
		return this.transactions.read(Duration.ofSeconds(20), statement, Map.of());
	}

	private void write(String statement) {
		this.transactions.write(() -> this.transactions.query(statement, Map.of()));
	}

}
