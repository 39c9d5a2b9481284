package se.frirum.law;

import java.util.Collection;

/// Lets features that build on the law learn what an import has brought.
public interface AfterImport {

	/// All acts are written and linked. It may come again for the same acts, and must
	/// write only what differs then.
	/// @param acts those that a source has brought, by this import or an earlier one
	void imported(Collection<LawId> acts);

}
