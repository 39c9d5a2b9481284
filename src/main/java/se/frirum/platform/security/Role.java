package se.frirum.platform.security;

/// What an account may do. Each includes what the public may; [#ADMIN] may call
/// everything.
public enum Role {

	/// Reports for a municipality or region, and endorses for it.
	REPORTER,
	/// Takes up what comes in and answers what is possible today.
	ANALYST,
	/// Answers for the ministry or agency that issues the rule; registers trials.
	LIAISON,
	/// Runs the registry.
	ADMIN

}
