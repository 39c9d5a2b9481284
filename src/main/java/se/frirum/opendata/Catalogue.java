package se.frirum.opendata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The description of the data by DCAT-AP-SE, the Swedish profile of the vocabulary that
/// data portals harvest, as JSON-LD.
@Component
class Catalogue {

	static final String MEDIA_TYPE = "application/ld+json";

	/// Take it, do what you want with it: CC0 1.0.
	static final String LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/";

	private static final String CONTINUOUSLY = "http://publications.europa.eu/resource/authority/frequency/CONT";

	private static final String PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";

	/// Government and public sector.
	private static final String THEME = "http://publications.europa.eu/resource/authority/data-theme/GOVE";

	private static final String SWEDISH = "http://publications.europa.eu/resource/authority/language/SWE";

	private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

	private final String operator;

	private final String contact;

	Catalogue(@Value("${frirum.operator.name:}") String operator,
			@Value("${frirum.operator.contact:}") String contact) {
		this.operator = operator.isBlank() ? "Frirum" : operator;
		this.contact = contact;
	}

	/// @param base where this server answers, as the reader calls it
	Map<String, Object> at(String base) {
		List<Object> graph = new ArrayList<>();
		String publisher = base + "/data#publisher";
		String contactPoint = base + "/data#contact";
		graph.add(node(base + "/data", "dcat:Catalog",
				Map.of("dct:title", texts("Öppna data från Frirum", "Open data of Frirum"), "dct:description",
						texts("Regelhinder, förslag, försök och lärdomar.",
								"Obstacles, proposals, trials and lessons."),
						"dct:publisher", reference(publisher), "dct:license", reference(LICENCE), "dct:language",
						reference(SWEDISH), "foaf:homepage", reference(base + "/"), "dcat:dataset",
						Arrays.stream(Dataset.values()).map((each) -> reference(id(base, each))).toList())));
		graph.add(node(publisher, "foaf:Agent", Map.of("foaf:name", this.operator)));
		Matcher email = EMAIL.matcher(this.contact);
		graph.add(node(contactPoint, "vcard:Organization",
				email.find() ? Map.of("vcard:fn", this.operator, "vcard:hasEmail", reference("mailto:" + email.group()))
						: Map.of("vcard:fn", this.operator, "vcard:hasURL", reference(base + "/"))));
		for (Dataset dataset : Dataset.values()) {
			graph.add(node(id(base, dataset), "dcat:Dataset",
					Map.of("dct:title", texts(dataset.title(), dataset.englishTitle()), "dct:description",
							text("sv", dataset.description()), "dct:publisher", reference(publisher),
							"dcat:contactPoint", reference(contactPoint), "dcat:theme", reference(THEME),
							"dct:accessRights", reference(PUBLIC), "dct:accrualPeriodicity", reference(CONTINUOUSLY),
							"dct:language", reference(SWEDISH), "dcat:distribution",
							List.of(reference(file(base, dataset, "csv")), reference(file(base, dataset, "jsonl"))))));
			graph.add(distribution(file(base, dataset, "csv"), "CSV", "text/csv"));
			graph.add(distribution(file(base, dataset, "jsonl"), "JSON Lines", "application/x-ndjson"));
		}
		Map<String, Object> catalogue = new LinkedHashMap<>();
		catalogue.put("@context", Map.of("dcat", "http://www.w3.org/ns/dcat#", "dct", "http://purl.org/dc/terms/",
				"foaf", "http://xmlns.com/foaf/0.1/", "vcard", "http://www.w3.org/2006/vcard/ns#"));
		catalogue.put("@graph", graph);
		return catalogue;
	}

	private static Map<String, Object> distribution(String file, String title, String mediaType) {
		return node(file, "dcat:Distribution", Map.of("dct:title", text("sv", title), "dcat:accessURL", reference(file),
				"dcat:downloadURL", reference(file), "dct:license", reference(LICENCE), "dct:format", mediaType));
	}

	private static String id(String base, Dataset dataset) {
		return base + "/data#" + dataset.fileName();
	}

	private static String file(String base, Dataset dataset, String ending) {
		return base + "/data/" + dataset.fileName() + "." + ending;
	}

	private static Map<String, Object> node(String id, String type, Map<String, ?> properties) {
		Map<String, Object> node = new LinkedHashMap<>(Map.of("@id", id, "@type", type));
		node.putAll(properties);
		return node;
	}

	private static Map<String, String> reference(String id) {
		return Map.of("@id", id);
	}

	private static List<Map<String, String>> texts(String swedish, String english) {
		return List.of(text("sv", swedish), text("en", english));
	}

	private static Map<String, String> text(String language, String text) {
		return Map.of("@language", language, "@value", text);
	}

}
