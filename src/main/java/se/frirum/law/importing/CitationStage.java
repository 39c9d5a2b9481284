package se.frirum.law.importing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import se.frirum.law.AfterImport;
import se.frirum.law.CitedActs;
import se.frirum.law.LawId;
import se.frirum.law.importing.CitationLinking.Links;
import se.frirum.law.importing.CitationLinking.Register;
import se.frirum.law.importing.ImportLog.Advance;
import se.frirum.law.importing.ImportLog.Running;
import se.frirum.law.importing.ImportProgress.Stage;
import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Component;

/// The second stage of an import: links what the acts cite that were written, also by a
/// run before this one, and tells the features that build on them.
@Component
class CitationStage {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/// Acts whose citations are linked in a transaction.
	private static final int ACTS = 100;

	private final ActGraph graph;

	private final ActNaming naming;

	private final Attachment attachment;

	private final CitationLinking linking;

	private final CitedActs citedActs;

	private final List<AfterImport> followers;

	private final ImportLog imports;

	private final Transactions transactions;

	CitationStage(ActGraph graph, ActNaming naming, Attachment attachment, CitationLinking linking, CitedActs citedActs,
			List<AfterImport> followers, ImportLog imports, Transactions transactions) {
		this.graph = graph;
		this.naming = naming;
		this.attachment = attachment;
		this.linking = linking;
		this.citedActs = citedActs;
		this.followers = List.copyOf(followers);
		this.imports = imports;
		this.transactions = transactions;
	}

	/// Runs the stage.
	/// @return false where somebody asked to stop
	boolean run(Running running, ImportProgress progress) {
		List<String> waiting = this.linking.waiting();
		progress.begin(Stage.CITATIONS);
		progress.total(waiting.size());
		if (!waiting.isEmpty() && !link(waiting, running, progress)) {
			return false;
		}
		this.transactions.write(PATIENCE, this.citedActs::rank);
		List<LawId> imported = this.graph.imported();
		this.followers.forEach((follower) -> follower.imported(imported));
		return true;
	}

	private boolean link(List<String> waiting, Running running, ImportProgress progress) {
		this.transactions.write(PATIENCE, () -> {
			this.naming.name();
			this.attachment.attach();
			return waiting;
		});
		Register register = this.linking.register();
		try (Ahead<Links> batches = Ahead.of(parts(waiting), (laws) -> this.linking.read(laws, register))) {
			while (batches.hasNext()) {
				Links links = batches.next();
				if (progress.stopping() || linked(running, links)) {
					return false;
				}
				progress.step(links.laws().size());
			}
		}
		return true;
	}

	private boolean linked(Running running, Links links) {
		return this.transactions.write(PATIENCE, () -> {
			this.linking.write(links);
			this.imports.fail(running.id(), links.failures());
			return this.imports.advance(running.id(), Advance.NOTHING);
		});
	}

	private static List<List<String>> parts(List<String> laws) {
		List<List<String>> parts = new ArrayList<>();
		for (int from = 0; from < laws.size(); from += ACTS) {
			parts.add(laws.subList(from, Math.min(from + ACTS, laws.size())));
		}
		return parts;
	}

}
