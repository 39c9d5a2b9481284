package se.frirum.proposal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.frirum.law.AmendingActs;
import se.frirum.law.LawId;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// The way of an accepted proposal to law, step by step. The first step puts it into the
/// pipeline; once the rule is issued, it is enacted.
@Service
class LegislativePipeline {

	private static final int DOCUMENT = 200;

	private static final Pattern BARE_NUMBER = Pattern.compile("\\d{4}:\\d{1,4}");

	private static final Pattern STATUTE = Pattern.compile("SFS \\d{4}:\\d{1,4}");

	private static final String STEPS = """
			MATCH (:Proposal {id: $id})-[:HAS_STEP]->(step:LegislativeStep)
			RETURN step.stage AS stage, step.on AS on, step.document AS document, step.respondBy AS respondBy
			""";

	private static final String RECORD = """
			MATCH (proposal:Proposal {id: $id})
			CREATE (proposal)-[:HAS_STEP]->(:LegislativeStep {stage: $stage, on: $on, document: $document,
				respondBy: $respondBy, key: $key})
			""";

	private static final String CHANGED_ACTS = """
			MATCH (:Proposal {id: $id})-[change:CHANGES]->(place)
			MATCH (place)<-[:HAS_PROVISION*0..1]-(law:Law)
			RETURN law.id AS id ORDER BY change.place
			""";

	private static final String LED_TO = """
			MATCH (proposal:Proposal {id: $id})
			MATCH (law:Law {id: $law})
			MERGE (proposal)-[:LED_TO]->(law)
			""";

	private final Transactions transactions;

	private final Proposals proposals;

	private final ProposalDesk desk;

	private final AmendingActs amendingActs;

	private final EventLog log;

	LegislativePipeline(Transactions transactions, Proposals proposals, ProposalDesk desk, AmendingActs amendingActs,
			EventLog log) {
		this.transactions = transactions;
		this.proposals = proposals;
		this.desk = desk;
		this.amendingActs = amendingActs;
		this.log = log;
	}

	/// A step with its document as its series writes it.
	private record Step(LegislativeStage stage, LocalDate on, @Nullable String document,
			@Nullable LocalDate respondBy) {

		static Step of(Row row) {
			return new Step(LegislativeStage.valueOf(row.text("stage")), row.date("on"), row.textOrNull("document"),
					row.dateOrNull("respondBy"));
		}

	}

	/// Records a step; the same again changes nothing.
	String record(LegislativeStepInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Proposal held = this.desk.hold(input.id(), viewer);
			held.require(ProposalStatus::takesSteps);
			List<Step> before = this.transactions.query(STEPS, Map.of("id", held.id())).stream().map(Step::of).toList();
			Problems problems = new Problems();
			Step step = checked(input, held, problems);
			problems.raise();
			if (before.contains(step)) {
				return held.id();
			}
			before.forEach((other) -> requireOrder(step, other, problems));
			problems.raise();
			Proposal proposal = this.desk.take(input.id(), viewer);
			write(proposal, step);
			List<Entry> entries = advance(proposal, step, viewer);
			this.proposals.save(proposal);
			this.log.append("Proposal", entries);
			return proposal.id();
		});
	}

	private Step checked(LegislativeStepInput input, Proposal proposal, Problems problems) {
		boolean enacts = input.stage().enacts() && proposal.status() != ProposalStatus.ENACTED;
		String written = problems.line(input.document(), enacts, DOCUMENT, "input", "document");
		boolean stands = enacts || input.stage() == LegislativeStage.ISSUED;
		problems.require(!stands || !input.on().isAfter(this.desk.now().toLocalDate()),
				"A rule is issued on a day that has come. Record that first, then when it comes into force.", "input",
				"on");
		problems.require(input.respondBy() == null || input.stage() == LegislativeStage.REFERRAL,
				"Only a referral is answered by a day.", "input", "respondBy");
		problems.require(input.respondBy() == null || !input.respondBy().isBefore(input.on()),
				"Answers are due on the day of the referral or later.", "input", "respondBy");
		String document = (written != null) ? document(written, input.stage(), problems) : null;
		Route route = proposal.route();
		problems.require(!enacts || document == null || route == null || !route.leadsToStatute() || isStatute(document),
				"An act or an ordinance has a number in SFS: write it as 'SFS 2025:400'.", "input", "document");
		return new Step(input.stage(), input.on(), document, input.respondBy());
	}

	private String document(String written, LegislativeStage stage, Problems problems) {
		String named = (stage.enacts() && BARE_NUMBER.matcher(written).matches()) ? "SFS " + written : written;
		DocumentSeries.Document document = DocumentSeries.read(named, this.desk.now().getYear());
		String problem = document.problemAt(stage);
		problems.require(problem == null, String.valueOf(problem), "input", "document");
		return document.name();
	}

	private static boolean isStatute(String document) {
		return STATUTE.matcher(document).matches();
	}

	private static void requireOrder(Step step, Step other, Problems problems) {
		int order = step.stage().compareTo(other.stage());
		problems.require(order <= 0 || !step.on().isBefore(other.on()),
				"This step follows %s, which was on %s; it can't have been before that.".formatted(other.stage(),
						other.on()),
				"input", "on");
		problems.require(order >= 0 || !step.on().isAfter(other.on()),
				"This step comes before %s, which was on %s; it can't have been after that.".formatted(other.stage(),
						other.on()),
				"input", "on");
	}

	private void write(Proposal proposal, Step step) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("id", proposal.id());
		parameters.put("stage", step.stage().name());
		parameters.put("on", step.on());
		parameters.put("document", step.document());
		parameters.put("respondBy", step.respondBy());
		parameters.put("key", "%02d|%s|%s".formatted(step.stage().ordinal(), step.on(), step.document()));
		this.transactions.query(RECORD, parameters);
	}

	/// The moves that a step implies, each with its entry.
	private List<Entry> advance(Proposal proposal, Step step, Viewer viewer) {
		OffsetDateTime now = this.desk.now();
		String told = step.stage() + ((step.document() != null) ? ", " + step.document() : "");
		List<Entry> entries = new ArrayList<>();
		entries.add(ProposalDesk.entry(proposal, "PROPOSAL_STEP_RECORDED", viewer).because(told));
		proposal.touch(now);
		if (proposal.status() == ProposalStatus.ACCEPTED) {
			proposal.enterPipeline(now);
			entries.add(ProposalDesk.entry(proposal, "PROPOSAL_IN_PIPELINE", viewer)
				.moving(ProposalStatus.ACCEPTED, proposal.status()));
		}
		if (step.stage().enacts() && proposal.status() == ProposalStatus.IN_PIPELINE) {
			String document = String.valueOf(step.document());
			proposal.enact(isStatute(document) ? document.substring("SFS ".length()) : document, now);
			leadTo(proposal, document);
			entries.add(ProposalDesk.entry(proposal, "PROPOSAL_ENACTED", viewer)
				.moving(ProposalStatus.IN_PIPELINE, proposal.status())
				.because(document));
		}
		return entries;
	}

	/// To the new act, or to the act that an amending one changes.
	private void leadTo(Proposal proposal, String document) {
		List<LawId> changed = this.transactions.query(CHANGED_ACTS, Map.of("id", proposal.id()))
			.stream()
			.map((row) -> new LawId(row.text("id")))
			.distinct()
			.toList();
		Optional<LawId> statute = isStatute(document) ? LawId.parse(document.substring("SFS ".length()))
				: Optional.empty();
		Optional<LawId> law = statute.isPresent() ? Optional.of(this.amendingActs.enacted(statute.get(), changed))
				: changed.stream().findFirst();
		law.ifPresent((act) -> this.transactions.query(LED_TO, Map.of("id", proposal.id(), "law", act.value())));
	}

}
