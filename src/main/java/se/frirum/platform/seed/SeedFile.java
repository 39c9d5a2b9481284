package se.frirum.platform.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import se.frirum.platform.database.Row;

import org.springframework.core.io.ClassPathResource;

/// A file below `seed-data/`.
///
/// @param path below that folder: `areas/counties.csv`
public record SeedFile(String path) {

	/// The rows of a CSV file by their header; an empty cell is missing from its row.
	public List<Row> rows() {
		try (InputStream content = open();
				CsvReader<NamedCsvRecord> reader = CsvReader.builder()
					.fieldSeparator(';')
					.ofNamedCsvRecord(new InputStreamReader(content, StandardCharsets.UTF_8))) {
			return reader.stream().map(SeedFile::row).toList();
		}
		catch (IOException failure) {
			throw unreadable(failure);
		}
	}

	private static Row row(NamedCsvRecord csv) {
		Map<String, Object> row = new HashMap<>();
		csv.getFieldsAsMap().forEach((name, value) -> {
			if (!value.isBlank()) {
				row.put(name, value.strip());
			}
		});
		return new Row(row);
	}

	/// The items of a YAML list.
	public List<Row> items() {
		try (InputStream content = open()) {
			List<Map<String, Object>> items = new Yaml(new PlainDays()).load(content);
			return items.stream().map(Row::new).toList();
		}
		catch (IOException failure) {
			throw unreadable(failure);
		}
	}

	/// Reads a day as a day, not as a moment.
	private static final class PlainDays extends SafeConstructor {

		PlainDays() {
			super(new LoaderOptions());
			this.yamlConstructors.put(Tag.TIMESTAMP, new AbstractConstruct() {
				@Override
				public Object construct(Node node) {
					return LocalDate.parse(((ScalarNode) node).getValue());
				}
			});
		}

	}

	private InputStream open() throws IOException {
		return new ClassPathResource("seed-data/" + this.path).getInputStream();
	}

	private UncheckedIOException unreadable(IOException failure) {
		return new UncheckedIOException("Can't read seed-data/" + this.path, failure);
	}

}
