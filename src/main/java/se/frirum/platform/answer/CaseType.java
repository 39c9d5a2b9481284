package se.frirum.platform.answer;

import java.util.function.Predicate;

/// A kind of case that people write, and others answer or mask.
///
/// @param label its nodes' label
/// @param ids which ids are of such cases
/// @param text the property that holds its longer text
/// @param event what its entries in the log begin with: `OBSTACLE`
/// @param noun what people call it
/// @param everybodys whether everybody reads every one of them, and nobody has it to work on
public record CaseType(String label, Predicate<String> ids, String text, String event, String noun,
		boolean everybodys) {

	/// A kind of which each has its audience and its owner.
	public CaseType(String label, Predicate<String> ids, String text, String event, String noun) {
		this(label, ids, text, event, noun, false);
	}

	/// Who may read `subject`, in Cypher.
	String audience() {
		return this.everybodys ? "'PUBLIC'" : "subject.audience";
	}

	/// The organisation that reads `subject` whatever its audience, in Cypher.
	String owner() {
		return this.everybodys ? "''" : "subject.owner";
	}

}
