package se.frirum.law.importing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.importing.ActChange.ParsedAct;
import se.frirum.law.importing.ActReader.UnreadableException;
import se.frirum.law.statute.Statute;
import se.frirum.law.statute.StatuteParser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/// Files that something has happened to: they are read in time, or refused, and nothing
/// else comes of them.
class BrokenSourcesTests {

	private static final int MUTATIONS = 1_000;

	/// A mutated act has some 2,000 characters, and is read in a millisecond or two.
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Set<String> MEGABYTE = Set.of(" ", "1", "§", "/");

	private static final List<String> TEXTS = Stream.of("1", "2", "3", "4")
		.map((number) -> Archives.resource("text/md/SFS_2191_" + number + ".md"))
		.toList();

	private static final List<String> DOCUMENTS = List.of(Archives.resource("json/2191-5.json"),
			Archives.resource("json/svar.json"));

	@Test
	void aThousandMutatedFilesAreReadOrRefused() {
		long seed = System.nanoTime();
		System.out.println("BrokenSourcesTests: seed " + seed);
		Random random = new Random(seed);
		int read = 0;
		for (int mutation = 0; mutation < MUTATIONS; mutation++) {
			boolean text = random.nextInt(3) > 0;
			List<String> originals = text ? TEXTS : DOCUMENTS;
			String mutated = mutated(originals.get(random.nextInt(originals.size())), random);
			LawSource source = text ? LawSource.TEXT_FILES : LawSource.RATTSBASER_JSON;
			String which = "seed " + seed + ", mutation " + mutation;
			read += assertTimeoutPreemptively(PATIENCE, () -> acts(source, mutated, which), which);
		}
		assertThat(read).as("some survive").isBetween(50, MUTATIONS);
	}

	private static int acts(LawSource source, String content, String which) {
		List<RecordedAct> acts;
		try {
			acts = source.reader().read(content);
		}
		catch (UnreadableException refused) {
			assertThat(refused.getMessage()).as(which).isNotBlank();
			return 0;
		}
		for (RecordedAct act : acts) {
			Statute statute = ParsedAct.of(act, source).statute();
			int given = (act.text() != null) ? act.text().length() : 0;
			assertThat(length(statute)).as("nothing is multiplied, " + which).isLessThan(3 * given + 100);
		}
		return 1;
	}

	private static long length(Statute statute) {
		return statute.preambleText().length() + statute.sections()
			.stream()
			.flatMap((section) -> section.wordings().stream())
			.mapToLong((wording) -> wording.text().length())
			.sum();
	}

	/// Cut off, some of its bytes flipped, or some of its blocks repeated; or all three.
	private static String mutated(String content, Random random) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		int kinds = 1 + random.nextInt(7);
		if ((kinds & 1) != 0) {
			bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
		}
		if ((kinds & 2) != 0 && bytes.length > 0) {
			for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
				bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
			}
		}
		String text = new String(bytes, StandardCharsets.UTF_8);
		if ((kinds & 4) != 0 && text.length() > 1) {
			int from = random.nextInt(text.length() - 1);
			String block = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(400)));
			text = text.substring(0, from) + block.repeat(1 + random.nextInt(200)) + text.substring(from);
		}
		return text;
	}

	static Stream<String> pieces() {
		return Stream.of(" ", "\t", "\u00a0", "\u2028", "\u0085", "1", "12", "§", "§ ", "/", "//", "-", "- ", "(", ".",
				". ", ",", "a)", "1.", "1. ", "1 ", "1 a ", "1 §", "1 § ", "1 kap. ", "1 kap.", "Lag ", "Lag (",
				"Lag (2031:1).", "/U:", "/A U:/", "/A U:", "A", "\u0000", "å", "och ", "AVDELNING ", "x   ", "x\t \t");
	}

	@ParameterizedTest
	@MethodSource("pieces")
	@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aLineWithoutEndIsReadInTime(String piece) {
		int size = MEGABYTE.contains(piece) ? 1 << 20 : 1 << 17;
		String line = piece.repeat(size / piece.length());
		for (String text : List.of(line, "1 § " + line + "x", "1" + line + "\u2028x", "1 kap. " + line + "x",
				"1 kap. 1" + line + "x", "1 § /" + line + "x", "- " + line + "x", "1 § x\n" + line + "x\n" + line)) {
			assertThat(StatuteParser.parse(text)).isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "/\n", "/A U:2031-01-01/\n", "x-\n", "1. x\n", "1. x\n\n", "a) x\n\n", "x\n\n",
			"1 §\n\n", "1 § x\n\n", "1 § /U:2031-01-01/ x\n\n", "1 § /Upphör att gälla U:2031-01-01/ x\n\n",
			"1 § Har upphävts.\n\n", "1 kap. x\n\n", "1 kap. x\n\n1 § x\n\n", "Bilaga\n\n", "Övergångsbestämmelser\n\n",
			"Rubrik\n\n", "AVDELNING I\n\n", "x    y\n\n", "/Rubriken träder i kraft I:2031-01-01/\nx\n\n", "- x\n\n" })
	@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void theSameBlockWithoutEndIsReadInTime(String block) {
		String text = block.repeat((1 << 18) / block.length());
		assertThat(StatuteParser.parse(text).places()).hasSizeLessThan(1 << 19);
		assertThat(StatuteParser.parse("1 § y\n\n" + text).places()).isNotNull();
	}

	@RepeatedTest(2)
	@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aMegabyteOfDifferentSectionsIsReadInTime(RepetitionInfo repetition) {
		StringBuilder text = new StringBuilder();
		boolean chapters = repetition.getCurrentRepetition() == 1;
		for (int number = 1; text.length() < 1 << 20; number++) {
			text.append(chapters ? number % 999 + 1 + " kap. x\n\n" : "").append(number % 9_999 + 1).append(" § x\n\n");
		}
		assertThat(StatuteParser.parse(text.toString()).places()).isNotEmpty();
	}

}
