package se.frirum.law;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import se.frirum.law.Token.Kind;

/// The words that mean something in citations.
final class CitationWords {

	private static final Map<String, Kind> WORDS = new HashMap<>();

	/// By their place in this list one tells the first paragraph from the second; the
	/// last, which has no number, comes first.
	private static final List<String> ORDINALS = List.of("sista", "första", "andra", "tredje", "fjärde", "femte",
			"sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde");

	/// The nouns for acts, as they are when they stand alone.
	private static final Set<String> ACTS = Set.of("lag", "lagen", "lagens", "balk", "balken", "balkens", "förordning",
			"förordningen", "förordningens", "kungörelse", "kungörelsen", "kungörelsens", "stadga", "stadgan",
			"stadgans", "grundlag", "grundlagen", "instruktion", "instruktionen", "reglemente", "reglementet", "brev",
			"brevet", "cirkulär", "cirkuläret", "tillkännagivande", "tillkännagivandet", "taxa", "taxan", "beslut",
			"beslutet", "resolution", "resolutionen");

	/// How the names of acts end.
	private static final String[] NAME_ENDINGS = { "lagen", "förordningen", "balken", "lagens", "förordningens",
			"balkens", "lag", "förordning", "balk", "formen", "formens", "ordningen", "ordningens", "kungörelsen",
			"kungörelsens", "kungörelse", "stadgan", "stadgans", "stadga", "reglementet", "instruktionen", "taxan" };

	/// Words that end like the names of acts.
	private static final Set<String> NO_NAMES = Set.of("bolag", "bolagen", "förslag", "förslagen", "anslag", "anslagen",
			"underlag", "underlagen", "beslag", "beslagen", "avslag", "avslagen", "inslag", "inslagen", "slag",
			"slagen", "uppslag", "tillslag", "förlag", "förlagen", "anlag", "anlagen", "överslag", "utslag",
			"utslagen");

	private static final Set<String> ADJECTIVES = Set.of("numera", "nu", "då", "upphävda", "äldre", "tidigare",
			"gällande", "nya", "gamla", "förutvarande", "ursprungliga", "svenska", "finska", "norska", "danska",
			"isländska", "tyska", "kungl", "maj:ts");

	private static final int LONGEST_ABBREVIATION = 8;

	static {
		add(Kind.SECTION, "paragraf paragrafen paragraferna");
		add(Kind.CHAPTER, "kap kapitel kapitlet kapitlen");
		add(Kind.PARAGRAPH, "st stycke stycket styckets styckena styckenas");
		add(Kind.ITEM, "p punkt punkten punkterna");
		add(Kind.SENTENCE, "men. meningen meningarna");
		add(Kind.MOMENT, "mom moment momentet");
		add(Kind.INDENT, "strecksatsen ledet");
		ORDINALS.forEach((ordinal) -> WORDS.put(ordinal, Kind.ORDINAL));
		add(Kind.AND, "och eller samt jämte respektive resp ävensom");
		add(Kind.THIS, "denna denne detta");
		add(Kind.SAME, "samma nämnda sagda sistnämnda nyssnämnda");
		add(Kind.THAT, "den det");
		add(Kind.ABOUT, "om med mot angående för rörande beträffande");
		add(Kind.NUMBERED, "artikel artikeln artiklarna artiklar art bilaga bilagan bilagorna tabell nr");
		add(Kind.OTHER_RULES,
				"konventionen konvention avtalet avtal protokollet fördraget direktivet direktiv "
						+ "föreskrifterna föreskrifter stadgarna stadgar statuterna övergångsbestämmelserna "
						+ "ikraftträdandebestämmelserna anvisningarna ingressen arbetsordningen bolagsordningen");
		add(Kind.UNIT, "kronor kr procent år månader månad dagar dag veckor timmar gånger meter euro januari februari "
				+ "mars april maj juni juli augusti september oktober november december");
	}

	private CitationWords() {
	}

	private static void add(Kind kind, String words) {
		for (String word : words.split(" ")) {
			WORDS.put(word, kind);
		}
	}

	/// What a word can be in a citation.
	static Kind kind(String written) {
		String word = Character.isUpperCase(written.charAt(0)) ? written.toLowerCase(Locale.ROOT) : written;
		Kind kind = WORDS.get(word);
		if (kind != null) {
			return kind;
		}
		if (word.length() == 1) {
			return (word.charAt(0) >= 'a' && word.charAt(0) <= 'z') ? Kind.LETTER : Kind.WORD;
		}
		if (word.charAt(word.length() - 1) == '-') {
			return Kind.STEM;
		}
		return isAbbreviation(written) ? Kind.ABBREVIATION : act(word);
	}

	private static Kind act(String word) {
		for (String ending : NAME_ENDINGS) {
			if (word.endsWith(ending)) {
				return ACTS.contains(word) ? Kind.ACT : NO_NAMES.contains(word) ? Kind.WORD : Kind.ACT_NAME;
			}
		}
		return ACTS.contains(word) ? Kind.ACT : Kind.WORD;
	}

	/// Two capitals at least, and letters only: `MBL`, `SkolL`.
	private static boolean isAbbreviation(String written) {
		if (written.length() > LONGEST_ABBREVIATION || !Character.isUpperCase(written.charAt(0))) {
			return false;
		}
		int capitals = 0;
		for (int at = 0; at < written.length(); at++) {
			if (!Character.isLetter(written.charAt(at))) {
				return false;
			}
			capitals += Character.isUpperCase(written.charAt(at)) ? 1 : 0;
		}
		return capitals > 1;
	}

	/// `upphävda`, `Skatteverkets`: can stand between a place and its act.
	static boolean tellsMoreOfAnAct(String word) {
		return ADJECTIVES.contains(word.toLowerCase(Locale.ROOT))
				|| (Character.isUpperCase(word.charAt(0)) && word.endsWith("s"));
	}

	/// The number of an ordinal, `0` for the last one.
	static int ordinal(String word) {
		return ORDINALS.indexOf(word.toLowerCase(Locale.ROOT));
	}

	/// Whether an act's noun or name can stand without its number: `lagen`, not `lag`.
	static boolean isDefinite(String name) {
		return name.endsWith("en") || name.endsWith("an") || name.endsWith("et") || isGenitive(name);
	}

	/// Whether `om …` can follow in the name of an act: after `lagen`, not after
	/// `beslutet`.
	static boolean hasTitle(String noun) {
		return switch (noun.toLowerCase(Locale.ROOT)) {
			case "lagen", "förordningen", "kungörelsen", "stadgan", "instruktionen" -> true;
			default -> false;
		};
	}

	static boolean isGenitive(String name) {
		return name.endsWith("ens") || name.endsWith("ans");
	}

}
