package se.frirum.proposal;

/// What a proposal does to a rule.
public enum ChangeKind {

	REPEAL, AMEND, CLARIFY, ADD, SET_ASIDE

}
