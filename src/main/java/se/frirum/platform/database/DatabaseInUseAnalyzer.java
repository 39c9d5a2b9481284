package se.frirum.platform.database;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in words what to do when two processes are started on one home.
class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<DatabaseInUseException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, DatabaseInUseException cause) {
		return new FailureAnalysis("The database in " + cause.home() + " is in use: Frirum already runs there.",
				"Stop the other process, or give this one a folder of its own with FRIRUM_HOME.", cause);
	}

}
