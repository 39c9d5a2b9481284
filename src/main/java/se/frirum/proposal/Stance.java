package se.frirum.proposal;

/// What an organisation thinks of a proposal.
enum Stance {

	SUPPORTS, SUPPORTS_WITH_CHANGES, NO_OBJECTION, OPPOSES

}
