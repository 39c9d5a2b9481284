package se.frirum.platform.security;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Who asks. Nobody in particular is [#PUBLIC].
///
/// @param account the account's id, null for the public
/// @param name the person's or machine's name as its account gives it, null for the
/// public
/// @param roles none for the public
/// @param organisation the id of the organisation the account acts for
/// (`organisation:0581`)
public record Viewer(@Nullable String account, @Nullable String name, Set<Role> roles, @Nullable String organisation) {

	/// Somebody who is not signed in.
	public static final Viewer PUBLIC = new Viewer(null, null, Set.of(), null);

	public Viewer {
		roles = Set.copyOf(roles);
	}

	/// Whether somebody is signed in.
	public boolean signedIn() {
		return this.account != null;
	}

	/// Whether the account holds the role; [Role#ADMIN] holds them all.
	public boolean is(Role role) {
		return this.roles.contains(role) || this.roles.contains(Role.ADMIN);
	}

	/// Whether the account holds any role at all.
	public boolean takesPart() {
		return !this.roles.isEmpty();
	}

	/// Whether the account proposes what to do about an obstacle.
	public boolean proposes() {
		return is(Role.REPORTER) || is(Role.ANALYST);
	}

	/// Whether the account answers proposals.
	public boolean answersProposals() {
		return is(Role.LIAISON);
	}

	/// Whether the account reviews what has been submitted.
	public boolean reviews() {
		return is(Role.ANALYST) || is(Role.LIAISON);
	}

}
