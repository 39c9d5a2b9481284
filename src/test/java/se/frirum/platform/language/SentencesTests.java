package se.frirum.platform.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/// What the program says to people, it says in Swedish too. A sentence in its text counts as
/// said, unless it is an exception's, or one of those that speak to programs or to whoever
/// runs the server.
class SentencesTests {

	private static final Path PROGRAM = Path.of("src/main/java");

	private static final Set<String> TO_PROGRAMS = Set.of("GraphQlEndpoint", "ContentTypeCheck", "FullConnections",
			"Catalogue", "Dataset");

	private static final Set<String> TO_WHOEVER_RUNS_THE_SERVER = Set.of("DatabaseInUseAnalyzer", "ProviderAway",
			"ImportLawsCommand");

	private static final Pattern SENTENCE = Pattern.compile("(?:\\p{Lu}|%s|').* .*[.?!]");

	private static final Pattern PLACE = Pattern.compile("%,?[sd]");

	private static final Pattern ROW_PLACE = Pattern.compile("\\{\\d}");

	private final List<String> rows = rows();

	@Test
	void everySentenceHasItsSwedish() throws IOException {
		assertThat(sentences()).hasSizeGreaterThan(200).filteredOn((sentence) -> !hasSwedish(sentence)).isEmpty();
	}

	/// A row of just this, or, where what differs are words, one that may come of it.
	private boolean hasSwedish(String sentence) {
		String said = PLACE.matcher(sentence).replaceAll("7");
		Pattern mayBe = Pattern
			.compile(PLACE.splitAsStream(sentence).map(Pattern::quote).collect(Collectors.joining(".*")));
		return !Words.SWEDISH.said(said).equals(said)
				|| this.rows.stream().anyMatch((row) -> mayBe.matcher(row).lookingAt());
	}

	private static List<String> rows() {
		try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
			.ofNamedCsvRecord(new ClassPathResource("sentences.csv").getContentAsString(StandardCharsets.UTF_8));
				Stream<NamedCsvRecord> all = rows.stream()) {
			return all.map((row) -> ROW_PLACE.matcher(row.getField("en")).replaceAll("7")).toList();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Set<String> sentences() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (Stream<Path> files = Files.walk(PROGRAM);
				StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<Path> sources = files.filter(SentencesTests::speaksToPeople).toList();
			JavacTask reading = (JavacTask) compiler.getTask(null, manager, null, null, null,
					manager.getJavaFileObjectsFromPaths(sources));
			Said said = new Said();
			for (CompilationUnitTree source : reading.parse()) {
				said.scan(source, null);
			}
			return said.sentences;
		}
	}

	private static boolean speaksToPeople(Path file) {
		String name = file.getFileName().toString();
		String type = name.replace(".java", "");
		return !type.equals(name) && !TO_PROGRAMS.contains(type) && !TO_WHOEVER_RUNS_THE_SERVER.contains(type);
	}

	private static final class Said extends TreeScanner<@Nullable Void, @Nullable Void> {

		private final Set<String> sentences = new TreeSet<>();

		@Override
		public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
			note(literal);
			return null;
		}

		@Override
		public @Nullable Void visitBinary(BinaryTree joined, @Nullable Void nothing) {
			if (joined.getKind() != Tree.Kind.PLUS) {
				return super.visitBinary(joined, nothing);
			}
			note(joined);
			return null;
		}

		@Override
		public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
			return made.getIdentifier().toString().endsWith("Exception") ? null : super.visitNewClass(made, nothing);
		}

		@Override
		public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
			return null;
		}

		private void note(ExpressionTree expression) {
			variants(expression).stream()
				.filter((text) -> SENTENCE.matcher(text).matches())
				.forEach(this.sentences::add);
		}

		/// What an expression may say, with a place for what is only known later.
		private static List<String> variants(ExpressionTree expression) {
			return switch (expression) {
				case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
				case ParenthesizedTree inner -> variants(inner.getExpression());
				case ConditionalExpressionTree either ->
					Stream.of(either.getTrueExpression(), either.getFalseExpression())
						.flatMap((each) -> variants(each).stream())
						.toList();
				case BinaryTree joined when joined.getKind() == Tree.Kind.PLUS ->
					variants(joined.getLeftOperand()).stream()
						.flatMap((left) -> variants(joined.getRightOperand()).stream().map((right) -> left + right))
						.toList();
				default -> List.of("%s");
			};
		}

	}

}
