package se.frirum.law;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// A place in an act, as far down as a citation goes: chapter, section, paragraph
/// (stycke), item (punkt) and sentence (mening). Written `2010:800#K21P3S2N1`.
///
/// @param chapter `21`, `13a`, or null
/// @param section `4`, `26b`, or null where the act as a whole, or a chapter, is meant
public record Target(LawId law, @Nullable String chapter, @Nullable String section, @Nullable String paragraph,
		@Nullable String item, @Nullable String sentence) {

	/// Whether a link `_target` to `_place`, which tells its target, reaches the section
	/// `this`: as itself, its chapter or its act.
	public static final String REACHES = """
			_place:Provision OR NOT _target.target CONTAINS '#'
				OR _target.target = _place.designation + '#K' + this.chapter""";

	/// An item that is cited without its paragraph is that item of any.
	private static final String HOLDS = """
			(_inner =~ (replace(_outer, 'N', '(S\\\\d+)?N') + '([#KPSNM].*)?'))""";

	private static final Pattern ID = Pattern.compile("((?:sfs|fs|celex):[^#]{1,80})"
			+ "(?:#(?=.)(?:K(\\d{1,4}[a-z]?))?(?:P(\\d{1,4}[a-z]?))?(?:S(\\d{1,3}))?(?:N(\\d{1,3}[a-z]?|[a-z]))?(?:M(\\d{1,3}))?)?");

	/// Cypher: whether one target, as the graph holds it, is another or holds it.
	public static String holds(String outer, String inner) {
		return HOLDS.replace("_inner", inner).replace("_outer", outer);
	}

	/// Cypher: whether two targets have a place in common.
	public static String meet(String one, String other) {
		return "(" + holds(one, other) + " OR " + holds(other, one) + ")";
	}

	/// An act as a whole.
	public static Target of(LawId law) {
		return new Target(law, null, null, null, null, null);
	}

	/// Reads an id: `sfs:2010:800#K21P4`, also with paragraph and item.
	public static Optional<Target> parse(String text) {
		Matcher id = ID.matcher(text.strip());
		if (!id.matches()) {
			return Optional.empty();
		}
		return LawId.parse(id.group(1))
			.map((law) -> new Target(law, id.group(2), id.group(3), id.group(4), id.group(5), id.group(6)));
	}

	/// The id of the section, where one is named.
	public Optional<String> provisionId() {
		return (this.section != null) ? Optional.of(this.law.value() + "#" + path(false)) : Optional.empty();
	}

	/// Whether this is another target or holds it.
	public boolean holds(Target other) {
		boolean sameChapter = (this.section != null) ? Objects.equals(this.chapter, other.chapter)
				: isAny(this.chapter, other.chapter);
		return this.law.equals(other.law) && sameChapter && isAny(this.section, other.section)
				&& isAny(this.paragraph, other.paragraph) && isAny(this.item, other.item)
				&& isAny(this.sentence, other.sentence);
	}

	private static boolean isAny(@Nullable String part, @Nullable String other) {
		return part == null || part.equals(other);
	}

	/// Whether no part of the section is pointed at.
	boolean isWholeSection() {
		return this.paragraph == null && this.item == null;
	}

	/// Whether a place of the section's text, `S2N1`, is the one pointed at, or lies in
	/// it.
	boolean isHeldBy(String place) {
		return place.matches(((this.paragraph != null) ? "S" + this.paragraph + "(?!\\d)" : "(?:S\\d+)?")
				+ ((this.item != null) ? "(?:N\\w+?)?N" + this.item + "(?!\\d)" : "") + ".*");
	}

	public Target inChapter(@Nullable String other) {
		return new Target(this.law, other, this.section, this.paragraph, this.item, this.sentence);
	}

	private String path(boolean whole) {
		Stream<String> parts = Stream.of(part("K", this.chapter), part("P", this.section),
				whole ? part("S", this.paragraph) : null, whole ? part("N", this.item) : null,
				whole ? part("M", this.sentence) : null);
		return parts.filter(Objects::nonNull).collect(Collectors.joining());
	}

	private static @Nullable String part(String letter, @Nullable String number) {
		return (number != null) ? letter + number : null;
	}

	/// As the API writes a target: `2010:800#K21P3S2N1`.
	@Override
	public String toString() {
		String path = path(true);
		return this.law.designation() + (path.isEmpty() ? "" : "#" + path);
	}

}
