package se.frirum.journey;

import java.util.Map;

import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Which rules block along the way of a life event.
@FrirumTest
class JourneysIT {

	private final Api api;

	JourneysIT(Api api) {
		this.api = api;
	}

	@Test
	void leadThroughServicesOfSeveralAuthorities() {
		Answer journeys = this.api.run("journeys", Map.of());
		assertThat(journeys.texts("journeys", "code")).contains("child-with-disability", "home-from-hospital");
		for (JsonNode journey : journeys.at("journeys")) {
			for (JsonNode step : journey.path("steps")) {
				assertThat(step.path("services")).as(step.toString()).isNotEmpty();
			}
		}
	}

	@Test
	void meetWhatBlocksTheirSteps() {
		int before = count();
		Case obstacle = Report.by(this.api.as("reporter"))
			.citing("5 kap. 1 § hälso- och sjukvårdslagen")
			.affecting("health.hospital.discharge")
			.takenUp();
		Report.by(this.api.as("reporter")).affecting("health.hospital.discharge").draft();
		JsonNode first = this.api.query("""
				{ journey(code: "home-from-hospital") { steps {
					obstacles(first: 100) { nodes { id } } blockedBy { citation } } } }""").at("journey.steps.0");
		assertThat(first.at("/obstacles/nodes").findValuesAsString("id")).contains(obstacle.id());
		assertThat(first.path("blockedBy").findValuesAsString("citation"))
			.contains("5 kap. 1 § hälso- och sjukvårdslagen (2017:30)");
		assertThat(count()).isEqualTo(before + 1);
	}

	private int count() {
		return this.api.query("{ journey(code: \"home-from-hospital\") { obstacleCount } }")
			.at("journey.obstacleCount")
			.asInt();
	}

}
