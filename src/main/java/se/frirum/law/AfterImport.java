package se.frirum.law;

import java.util.Collection;
import java.util.Set;

import se.frirum.platform.security.Viewer;

/// Lets features that build on the law learn what an import has brought.
public interface AfterImport {

	/// Who writes to the log what an import has brought: nobody in particular.
	Viewer REGISTER = new Viewer("law-register", "Lagregistret", Set.of(), null);

	/// All acts are written and linked. It may come again for the same acts, and must
	/// write only what differs then.
	/// @param acts those that a source has brought, by this import or an earlier one
	void imported(Collection<LawId> acts);

}
