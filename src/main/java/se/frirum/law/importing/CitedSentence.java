package se.frirum.law.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Target;

/// A sentence of a section in which each citation is one sign, so that patterns can read
/// as the law does: `För ögonundersökning enligt [0] ska {1} inte gälla.` A number in
/// braces cites another act, one in brackets the act at hand. A sentence that runs on in
/// a list is there once for each item, which follows a `•`.
///
/// @param signs the sentence with its signs
/// @param passage the sentence as it stands in the text
/// @param citations what the signs stand for, by their number
record CitedSentence(String signs, String passage, List<Citation> citations) {

	/// A citation that a sign stands for.
	///
	/// @param targets several where one phrase names several parts: `första och andra
	/// styckena`
	/// @param own whether it cites the act at hand
	/// @param bare whether it doesn't say which act it means: `3 §`
	/// @param chaptered whether it says which chapter it means: `2 kap. 3 §`
	record Citation(int start, int end, List<Target> targets, boolean own, boolean bare, boolean chaptered) {

		/// What it means where another act is spoken of: `lagen … tillämpas, med undantag
		/// för 3 §`.
		List<Target> in(Target act) {
			return this.targets.stream().map((target) -> in(act, target)).toList();
		}

		private Target in(Target act, Target target) {
			return new Target(act.law(), this.chaptered ? target.chapter() : act.chapter(), target.section(),
					target.paragraph(), target.item(), target.sentence());
		}

	}

	/// The rest of a title, after the act's number: `lagen (2012:492) om pliktexemplar`.
	private static final String TITLE = "(?: (?:om|med|för|angående) [^.;:•{}\\[\\]]{1,160}?)?";

	private static final String AND = "(?:,| och| samt| eller| respektive| jämte|[-–])+ ?"
			+ "(?:(?:i|enligt|av|från|för|(?:bestämmelse|föreskrift)(?:en|erna|er)? i) )?";

	/// One citation, or several in a row: `{0}, {1} och {2}`.
	static final String CITED = "(?<cited>[\\[{]\\d+[\\]}](?:" + TITLE + AND + "[\\[{]\\d+[\\]}])*)";

	private static final Pattern SIGN = Pattern.compile("[\\[{](\\d+)[\\]}]");

	/// Whether it cites another act at all.
	boolean citesAnother() {
		return this.signs.indexOf('{') >= 0;
	}

	/// Whether it cites anything.
	boolean cites() {
		return citesAnother() || this.signs.indexOf('[') >= 0;
	}

	/// What [#CITED] found.
	List<Citation> cited(Matcher match) {
		return signs(match.group("cited"));
	}

	/// The last citation before a place.
	Optional<Citation> before(int place) {
		List<Citation> before = signs(this.signs.substring(0, place));
		return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
	}

	/// The citations whose signs stand in a part of the sentence.
	List<Citation> signs(@Nullable String part) {
		List<Citation> found = new ArrayList<>();
		Matcher sign = SIGN.matcher((part != null) ? part : "");
		while (sign.find()) {
			found.add(this.citations.get(Integer.parseInt(sign.group(1))));
		}
		return found;
	}

}
