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

	private final SortedMap<String, String> contract = parts(new ClassPathResource("contract.graphqls"));

	private final SortedMap<String, String> schema = parts(schemaFiles());

	@Test
	void whatTheContractNamesIsAsItSays() {
		assertThat(this.contract).hasSizeGreaterThan(300)
			.allSatisfy((part, type) -> assertThat(this.schema.get(part)).as(part).isEqualTo(type));
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
