package se.frirum.proposal;

import java.time.OffsetDateTime;

import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.event.Entry;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Hands out the proposal that somebody is about to move: locked, seen by the caller, and
/// as the caller last read it.
@Component
class ProposalDesk {

	private final CaseDesk desk;

	private final Proposals proposals;

	ProposalDesk(CaseDesk desk, Proposals proposals) {
		this.desk = desk;
		this.proposals = proposals;
	}

	OffsetDateTime now() {
		return this.desk.now();
	}

	/// A proposal about to change, within the transaction at hand.
	/// @throws se.frirum.platform.graphql.Unaccepted NOT_FOUND where the caller may not
	/// see it, STALE where it changed since
	Proposal take(String id, int expectedVersion, Viewer viewer) {
		this.desk.take(ProposalCases.TYPE, id, expectedVersion, viewer);
		return found(id);
	}

	/// The same, however it stood when it was read.
	/// @throws se.frirum.platform.graphql.Unaccepted NOT_FOUND where the caller may not
	/// see it
	Proposal take(String id, Viewer viewer) {
		this.desk.take(ProposalCases.TYPE, id, viewer, "id");
		return found(id);
	}

	/// A proposal about to get a link, within the transaction at hand; its version stays.
	/// @throws se.frirum.platform.graphql.Unaccepted NOT_FOUND where the caller may not
	/// see it
	Proposal hold(String id, Viewer viewer) {
		this.desk.hold(ProposalCases.TYPE, id, viewer, "id");
		return found(id);
	}

	/// The organisation that somebody acts for.
	/// @throws se.frirum.platform.graphql.Unaccepted where there is none, or the register
	/// doesn't know it
	String organisation(Viewer viewer) {
		return this.desk.organisation(viewer);
	}

	private Proposal found(String id) {
		return this.proposals.findById(id).orElseThrow(() -> CaseDesk.notFound(ProposalCases.TYPE, "id"));
	}

	/// Something that happened to a proposal, for those who may see it now.
	static Entry entry(Proposal proposal, String type, Viewer viewer) {
		return Entry.of(proposal.id(), type, viewer, proposal.audience(), proposal.owner());
	}

}
