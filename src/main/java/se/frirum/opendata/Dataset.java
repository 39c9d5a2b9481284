package se.frirum.opendata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import se.frirum.platform.database.Row;

/// What is offered as data: each an operation document, and the columns of its table.
///
/// A column is the path of a field in the document; `blockedBy.target` of a list is all of
/// its targets.
enum Dataset {

	OBSTACLES("Regelhinder", "Obstacles",
			"Regler som hindrar kommuner och regioner, som de har rapporterats, granskats och publicerats.",
			"obstacles", Set.of("Obstacle"),
			List.of("id", "reference", "title", "description", "consequence", "kind", "hinders", "yearlyCost",
					"mandate", "status", "closure", "stages", "sample", "reportedAt", "reportedBy.id",
					"reportedBy.name", "responsible.id", "blockedBy.target", "affects.code", "endorsementCount",
					"encounters.people", "duplicateOf.id", "guidance.text", "guidance.source", "guidance.asOf")),

	PROPOSALS("Förslag", "Proposals", "Förslag om att ändra en regel för gott eller på försök, och hur de besvarades.",
			"proposals", Set.of("SimplificationProposal", "TrialProposal"),
			List.of("id", "kind", "reference", "title", "rationale", "status", "route", "proposedBy.id",
					"proposedBy.name", "responsible.id", "answerDueOn", "addresses.id", "changes.law.designation",
					"changes.change")),

	TRIALS("Försök", "Trials", "Försökslagar och försöksförordningar: planerade, gällande och avslutade.", "trials",
			Set.of("Trial"),
			List.of("id", "reference", "title", "purpose", "instrument", "derived", "sources", "from", "until", "state",
					"outcome", "outcomeOn", "law.designation", "addresses.id", "participants.organisation.id",
					"participants.status", "evaluation.dueOn", "evaluation.evaluator")),

	CLAUSES("Försöksbestämmelser", "Trial clauses",
			"Vilka bestämmelser som inte gäller, eller gäller annorlunda: var, för vilka verksamheter och när.",
			"trials", Set.of("Trial"), List.of("id", "trial", "effect", "text", "targets.target", "authorisedBy.id",
					"areas.code", "services.code", "from", "until")) {
		@Override
		Stream<Row> rows(Row trial) {
			return trial.rows("clauses").stream().map((clause) -> with(clause, "trial", trial.text("id")));
		}
	},

	LESSONS("Lärdomar", "Lessons",
			"Vad försök och annat har lärt, också det som misslyckades, och vilka som har tagit det till sig.",
			"lessons", Set.of("Lesson"),
			List.of("id", "title", "context", "whatWorked", "whatFailed", "conditions", "values", "novelty", "evidence",
					"services.code", "methods", "country", "trial.id", "publishedBy.id", "publishedBy.name",
					"publishedAt", "adoptedBy.id"));

	private final String title;

	private final String englishTitle;

	private final String description;

	private final String list;

	private final Set<String> types;

	private final List<String> columns;

	Dataset(String title, String englishTitle, String description, String list, Set<String> types,
			List<String> columns) {
		this.title = title;
		this.englishTitle = englishTitle;
		this.description = description;
		this.list = list;
		this.types = types;
		this.columns = columns;
	}

	/// The dataset of a file's name.
	static Optional<Dataset> called(String name) {
		return Arrays.stream(values()).filter((each) -> each.fileName().equals(name)).findFirst();
	}

	String fileName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// In Swedish.
	String title() {
		return this.title;
	}

	String englishTitle() {
		return this.englishTitle;
	}

	/// In Swedish.
	String description() {
		return this.description;
	}

	/// The operation document that lists it.
	String operation() {
		return "open-data-" + fileName();
	}

	/// The root field that lists it.
	String list() {
		return this.list;
	}

	/// The types of the nodes that its rows are of.
	Set<String> types() {
		return this.types;
	}

	List<String> columns() {
		return this.columns;
	}

	/// The rows of a node.
	Stream<Row> rows(Row node) {
		return Stream.of(node);
	}

	private static Row with(Row row, String name, Object value) {
		Map<String, Object> values = new LinkedHashMap<>(row.values());
		values.put(name, value);
		return new Row(values);
	}

}
