package se.frirum.platform.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

/// How rows become cells.
public final class Table {

	/// Between the values of a list.
	private static final String BETWEEN = " | ";

	private Table() {
	}

	/// The cells of a row, in the order of the columns; a missing value is an empty cell.
	public static List<String> cells(Row row, List<String> columns) {
		return columns.stream().map((column) -> cell(row.values(), column)).toList();
	}

	private static String cell(Object value, String path) {
		return values(value, path).map(Table::text).collect(Collectors.joining(BETWEEN));
	}

	private static Stream<Object> values(@Nullable Object value, String path) {
		return switch (value) {
			case null -> Stream.empty();
			case List<?> list -> list.stream().flatMap((each) -> values(each, path));
			case Map<?, ?> map -> {
				int dot = path.indexOf('.');
				yield (dot < 0) ? values(map.get(path), "")
						: values(map.get(path.substring(0, dot)), path.substring(dot + 1));
			}
			default -> Stream.of(value);
		};
	}

	/// A text that a spreadsheet would take for a formula is marked as a text.
	private static String text(Object value) {
		String text = value.toString();
		return (value instanceof String && text.matches("(?s)[=+\\-@\t\r].*")) ? "'" + text : text;
	}

}
