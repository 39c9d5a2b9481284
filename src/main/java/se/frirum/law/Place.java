package se.frirum.law;

import org.jspecify.annotations.Nullable;

/// Where in an act, as far down as a citation says.
record Place(@Nullable String chapter, @Nullable String section, @Nullable String paragraph, @Nullable String item,
		@Nullable String sentence) {

	/// The act as a whole.
	static final Place WHOLE = new Place(null, null, null, null, null);

	static Place ofChapter(String number) {
		return new Place(number, null, null, null, null);
	}

	Place withSection(String number) {
		return new Place(this.chapter, number, null, null, null);
	}

	Place withParagraph(@Nullable String number) {
		return new Place(this.chapter, this.section, number, null, null);
	}

	Place withItem(String number) {
		return new Place(this.chapter, this.section, this.paragraph, number, null);
	}

	Place withSentence(@Nullable String number) {
		return new Place(this.chapter, this.section, this.paragraph, this.item, number);
	}

	/// Its chapter alone.
	Place chapterOnly() {
		return new Place(this.chapter, null, null, null, null);
	}

	/// Its section alone, or its chapter.
	Place sectionOnly() {
		return new Place(this.chapter, this.section, null, null, null);
	}

	/// The same section in a chapter.
	Place inChapter(@Nullable String number) {
		return new Place(number, this.section, this.paragraph, this.item, this.sentence);
	}

	/// The same part of a section.
	Place inSection(@Nullable String chapterNumber, String number) {
		return new Place(chapterNumber, number, this.paragraph, this.item, this.sentence);
	}

	/// Whether only a part of the section at hand is named.
	boolean isRelative() {
		return this.chapter == null && this.section == null;
	}

	/// The same place in an act.
	Target in(LawId act) {
		return new Target(act, this.chapter, this.section, this.paragraph, this.item, this.sentence);
	}

}
