package se.frirum.opendata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.page.PublicAddress;
import se.frirum.platform.page.Table;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

/// The data as files, sent while they are read, and their description.
@ConditionalOnWebApplication
@Controller
class OpenData {

	/// The place in the log from which on the next file tells what changed.
	private static final String CURSOR = "Frirum-Cursor";

	/// Whoever takes a file slowly does not keep others waiting for longer.
	private static final Duration LONGEST = Duration.ofMinutes(10);

	/// So many files are read at a time.
	private static final int MOST_AT_ONCE = 4;

	private final Semaphore places = new Semaphore(MOST_AT_ONCE);

	private final DatasetReader reader;

	private final Catalogue catalogue;

	private final PublicAddress address;

	private final EventLog log;

	private final JsonMapper json;

	private final Clock clock;

	OpenData(DatasetReader reader, Catalogue catalogue, PublicAddress address, EventLog log, JsonMapper json,
			Clock clock) {
		this.reader = reader;
		this.catalogue = catalogue;
		this.address = address;
		this.log = log;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping(path = "/data", produces = Catalogue.MEDIA_TYPE)
	@ResponseBody
	String description() {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(this.catalogue.at(this.address.of("")));
	}

	@GetMapping("/data/{name:[a-z]+}.csv")
	void csv(@PathVariable String name, @RequestParam(required = false) @Nullable String since,
			HttpServletRequest request, HttpServletResponse response) {
		Dataset dataset = dataset(name);
		send(dataset, since, "text/csv;charset=UTF-8;header=present", request, response, (writer) -> {
			CsvWriter csv = CsvWriter.builder().bufferSize(0).build(writer);
			csv.writeRecord(dataset.columns());
			return (row) -> csv.writeRecord(Table.cells(row, dataset.columns()));
		});
	}

	@GetMapping("/data/{name:[a-z]+}.jsonl")
	void jsonLines(@PathVariable String name, @RequestParam(required = false) @Nullable String since,
			HttpServletRequest request, HttpServletResponse response) {
		send(dataset(name), since, "application/x-ndjson;charset=UTF-8", request, response,
				(writer) -> (row) -> line(writer, this.json.writeValueAsString(row.values())));
	}

	private static void line(Writer writer, String line) {
		try {
			writer.write(line + "\n");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Dataset dataset(String name) {
		return Dataset.called(name)
			.orElseThrow(() -> new ResponseStatusException(NOT_FOUND, "There is no such data. See /data."));
	}

	/// How rows are written to a response.
	private interface Format {

		Consumer<Row> to(Writer writer);

	}

	private void send(Dataset dataset, @Nullable String since, String type, HttpServletRequest request,
			HttpServletResponse response, Format format) {
		if (!this.places.tryAcquire()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "60");
			throw new ResponseStatusException(SERVICE_UNAVAILABLE,
					"Others are taking data along just now. Try again in a minute.");
		}
		try {
			response.setHeader(HttpHeaders.CONTENT_TYPE, type);
			response.setHeader(CURSOR, this.log.latestCursor());
			response.setHeader(HttpHeaders.LINK, "<%s>; rel=\"license\"".formatted(Catalogue.LICENCE));
			if (HttpMethod.HEAD.matches(request.getMethod())) {
				return;
			}
			Writer writer = new BufferedWriter(
					new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
			Instant end = this.clock.instant().plus(LONGEST);
			Consumer<Row> rows = format.to(writer);
			this.reader.read(dataset, since, (row) -> {
				if (this.clock.instant().isAfter(end)) {
					throw new IllegalStateException("A file was taken too slowly: " + dataset);
				}
				rows.accept(row);
			});
			writer.flush();
		}
		catch (Refusal.BadRequest wrong) {
			throw new ResponseStatusException(BAD_REQUEST,
					"'since' is not a place in the log. Take it from the header " + CURSOR + " of an earlier file.",
					wrong);
		}
		catch (IOException gone) {
			throw new UncheckedIOException(gone);
		}
		finally {
			this.places.release();
		}
	}

}
