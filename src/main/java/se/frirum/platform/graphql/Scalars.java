package se.frirum.platform.graphql;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;

/// The scalars of the schema.
final class Scalars {

	private static final LocalDate EARLIEST = LocalDate.of(1600, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

	/// A day, from 1600 to 2199: Swedish law has no others.
	static final GraphQLScalarType DATE = GraphQLScalarType.newScalar()
		.name("Date")
		.coercing(new Coercing<LocalDate, String>() {
			@Override
			public String serialize(Object value, GraphQLContext context, Locale locale) {
				if (value instanceof LocalDate date) {
					return date.toString();
				}
				throw new CoercingSerializeException("Not a day: " + value);
			}

			@Override
			public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
				return parseDate(input);
			}

			@Override
			public LocalDate parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context,
					Locale locale) {
				try {
					return parseDate((literal instanceof StringValue text) ? String.valueOf(text.getValue()) : literal);
				}
				catch (CoercingParseValueException unreadable) {
					throw new CoercingParseLiteralException(unreadable.getMessage());
				}
			}
		})
		.build();

	/// A moment with its offset from UTC; only ever an answer.
	static final GraphQLScalarType DATE_TIME = GraphQLScalarType.newScalar()
		.name("DateTime")
		.coercing(new Coercing<OffsetDateTime, String>() {
			@Override
			public String serialize(Object value, GraphQLContext context, Locale locale) {
				return switch (value) {
					case OffsetDateTime moment -> moment.toString();
					case ZonedDateTime moment -> moment.toOffsetDateTime().toString();
					default -> throw new CoercingSerializeException("Not a moment: " + value);
				};
			}
		})
		.build();

	private Scalars() {
	}

	private static LocalDate parseDate(Object input) {
		try {
			if (input instanceof String text) {
				LocalDate date = LocalDate.parse(text);
				if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
					return date;
				}
			}
		}
		catch (DateTimeException unreadable) {
			// answered below, like any other text that is no day
		}
		throw new CoercingParseValueException(
				"'%s' is not a day from %s to %s. Write it as 2027-01-31.".formatted(shorten(input), EARLIEST, LATEST));
	}

	private static String shorten(Object input) {
		String text = String.valueOf(input);
		return (text.length() <= 40) ? text : text.substring(0, 40) + "…";
	}

}
