package se.frirum;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.language.Value;
import graphql.parser.MultiSourceReader;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/// The schema keeps what outside clients rely on.
class ContractTests {

	/// What the contract names of the types that are here, and that later work brings.
	private static final Map<String, Set<String>> NOT_YET = Map.ofEntries(Map.entry("lessons", Set.of("Query.lessons",
			"Mutation.publishLesson", "Mutation.adoptLesson", "Trial.lessons", "SearchKind.LESSON")));

	private final SortedMap<String, String> contract = parts(new ClassPathResource("contract.graphqls"));

	private final SortedMap<String, String> schema = parts(schemaFiles());

	@Test
	void whatTheContractNamesIsAsItSays() {
		Map<String, String> promised = new TreeMap<>(this.contract);
		promised.keySet().retainAll(this.schema.keySet());
		assertThat(promised).hasSizeGreaterThan(300)
			.allSatisfy((part, type) -> assertThat(this.schema.get(part)).as(part).isEqualTo(type));
	}

	@Test
	void whatIsMissingIsBroughtByLaterWork() {
		Set<String> missing = new TreeSet<>(this.contract.keySet());
		missing.removeAll(this.schema.keySet());
		missing.removeIf((part) -> !this.schema.containsKey(parent(part)));
		assertThat(missing).isEqualTo(notYet());
	}

	@Test
	void whatIsListedAsMissingIsNotHere() {
		assertThat(notYet()).doesNotContainAnyElementsOf(this.schema.keySet());
	}

	private static Set<String> notYet() {
		return NOT_YET.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
	}

	/// Of `Query.law(designation)` the field, of `Query.law` the type.
	private static String parent(String part) {
		int end = Math.max(part.indexOf('('), part.indexOf('.'));
		return (end > 0) ? part.substring(0, end) : part;
	}

	private static Resource[] schemaFiles() {
		try {
			return new PathMatchingResourcePatternResolver().getResources("classpath:graphql/schema/*.graphqls");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/// Every type, field, argument, enum value and input field, and what it is:
	/// `Query.law(designation)` is `String!`.
	private static SortedMap<String, String> parts(Resource... files) {
		SortedMap<String, String> parts = new TreeMap<>();
		for (Resource file : files) {
			for (Definition<?> definition : definitions(file)) {
				switch (definition) {
					case ImplementingTypeDefinition<?> type -> add(parts, type);
					case EnumTypeDefinition type -> {
						parts.put(type.getName(), "enum");
						type.getEnumValueDefinitions()
							.forEach((value) -> parts.put(type.getName() + "." + value.getName(), "enum value"));
					}
					case InputObjectTypeDefinition type -> {
						parts.put(type.getName(), "input");
						type.getInputValueDefinitions()
							.forEach((field) -> parts.put(type.getName() + "." + field.getName(), written(field)));
					}
					case UnionTypeDefinition type -> parts.put(type.getName(),
							type.getMemberTypes()
								.stream()
								.map((member) -> ((TypeName) member).getName())
								.sorted()
								.collect(Collectors.joining(" | ")));
					default -> {
						// scalars and directives
					}
				}
			}
		}
		return parts;
	}

	private static void add(SortedMap<String, String> parts, ImplementingTypeDefinition<?> type) {
		String interfaces = type.getImplements()
			.stream()
			.map((each) -> ((TypeName) each).getName())
			.sorted()
			.collect(Collectors.joining(" & "));
		parts.merge(type.getName(), interfaces, (one, other) -> one.isEmpty() ? other : one);
		for (FieldDefinition field : type.getFieldDefinitions()) {
			String name = type.getName() + "." + field.getName();
			parts.put(name, written(field.getType()));
			field.getInputValueDefinitions()
				.forEach((argument) -> parts.put(name + "(" + argument.getName() + ")", written(argument)));
		}
	}

	private static String written(InputValueDefinition value) {
		@Nullable Value<?> otherwise = value.getDefaultValue();
		return written(value.getType()) + ((otherwise != null) ? " = " + AstPrinter.printAst(otherwise) : "");
	}

	private static String written(Type<?> type) {
		return AstPrinter.printAst(type);
	}

	@SuppressWarnings("rawtypes")
	private static List<Definition> definitions(Resource file) {
		try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
			return Parser
				.parse(ParserEnvironment.newParserEnvironment()
					.document(MultiSourceReader.newMultiSourceReader()
						.reader(reader, Objects.requireNonNull(file.getFilename()))
						.build())
					.parserOptions(ParserOptions.getDefaultSdlParserOptions())
					.build())
				.getDefinitions();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
