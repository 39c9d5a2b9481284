package se.frirum.law.importing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.frirum.law.LawId;
import se.frirum.law.importing.RecordedAct.RecordedAmendment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads documents as the search API of the official database (Regeringskansliets
/// rättsdatabaser) answers them: wrapped in `hits.hits[]._source`, or bare.
final class RattsbaserReader implements ActReader {

	private static final ObjectMapper JSON = JsonMapper.shared();

	@Override
	public List<RecordedAct> read(String content) throws UnreadableException {
		JsonNode root = parsed(content);
		List<RecordedAct> acts = new ArrayList<>();
		for (JsonNode document : documents(root)) {
			acts.add(act(document));
		}
		if (acts.isEmpty()) {
			throw new UnreadableException("The file holds no act: neither 'beteckning' nor 'hits.hits'.");
		}
		return acts;
	}

	private static JsonNode parsed(String content) throws UnreadableException {
		try {
			return JSON.readTree(content);
		}
		catch (JacksonException malformed) {
			throw new UnreadableException("The file is not JSON, or cut off: " + malformed.getOriginalMessage());
		}
	}

	private static List<JsonNode> documents(JsonNode root) {
		List<JsonNode> documents = new ArrayList<>();
		if (root.isArray()) {
			root.forEach((each) -> documents.addAll(documents(each)));
		}
		else if (root.has("hits")) {
			root.path("hits").path("hits").forEach((hit) -> documents.add(hit.path("_source")));
		}
		else if (root.has("_source")) {
			documents.add(root.path("_source"));
		}
		else if (root.has("beteckning")) {
			documents.add(root);
		}
		return documents;
	}

	private static RecordedAct act(JsonNode document) throws UnreadableException {
		String designation = text(document, "beteckning");
		String title = text(document, "rubrik");
		if (designation == null || title == null) {
			throw new UnreadableException("A document lacks 'beteckning' or 'rubrik'.");
		}
		LawId id = LawId.parse(designation)
			.orElseThrow(() -> new UnreadableException("'" + designation + "' is not an SFS number."));
		JsonNode fulltext = document.path("fulltext");
		String type = text(document, "forfattningstypNamn");
		String text = text(fulltext, "forfattningstext");
		return new RecordedAct(id, title.replaceAll("\\s+", " "), (type != null) ? type : "Övrigt",
				text(document.path("organisation"), "namnOchEnhet"), day(fulltext, "utfardadDateTime"),
				day(document, "ikraftDateTime"), end(document), (text != null) ? text.replace("\r\n", "\n") : null,
				amendments(document), Fingerprint.of(document.toString()));
	}

	/// An act ends when it is repealed, or when the time is up for which it was decided.
	private static @Nullable LocalDate end(JsonNode document) throws UnreadableException {
		LocalDate repealed = day(document, "upphavdDateTime");
		LocalDate limited = day(document, "tidsbegransadDateTime");
		return (repealed != null) ? repealed : limited;
	}

	private static List<RecordedAmendment> amendments(JsonNode document) throws UnreadableException {
		List<RecordedAmendment> amendments = new ArrayList<>();
		for (JsonNode amendment : document.path("andringsforfattningar")) {
			String designation = text(amendment, "beteckning");
			if (designation != null && !amendment.path("borttagen").asBoolean(false)) {
				amendments
					.add(new RecordedAmendment(designation, text(amendment, "rubrik"), day(amendment, "ikraftDateTime"),
							text(amendment, "anteckningar"), text(amendment, "forarbeten")));
			}
		}
		return amendments;
	}

	private static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		String text = value.isString() ? value.asString().strip() : "";
		return text.isEmpty() ? null : text;
	}

	private static @Nullable LocalDate day(JsonNode node, String field) throws UnreadableException {
		String text = text(node, field);
		try {
			return (text != null) ? LocalDateTime.parse(text).toLocalDate() : null;
		}
		catch (DateTimeParseException notADay) {
			throw new UnreadableException("'" + text + "' in '" + field + "' is not a moment.");
		}
	}

}
