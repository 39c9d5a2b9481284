package se.frirum.trial;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/// A trial law: planned, in force or past. Its clauses, and who takes part, stand in the
/// graph.
///
/// @param derived read off the law register, not entered by anyone
/// @param key sorts by the earliest clause's start
@Node("Trial")
record Trial(@Id String id, String reference, long version, String title, @Nullable String purpose,
		TrialInstrument instrument, boolean derived, List<String> sources, @Nullable String outcome, String key) {
}
