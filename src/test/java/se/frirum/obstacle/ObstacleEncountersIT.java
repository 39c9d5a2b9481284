package se.frirum.obstacle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;

import static org.assertj.core.api.Assertions.assertThat;

/// Users of a service say that an obstacle met them.
@FrirumTest
class ObstacleEncountersIT {

	private static final List<String> ALL = List.of("reporter", "reporter2", "analyst", "liaison", "admin");

	private final Api api;

	ObstacleEncountersIT(Api api) {
		this.api = api;
	}

	private Answer meet(String account, Case obstacle, Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>(Map.of("id", obstacle.id()));
		input.putAll(more);
		Answer answer = this.api.as(account).run("meet-obstacle", Map.of("input", input));
		assertThat(answer.problems("meetObstacle")).as(answer.toString()).isEmpty();
		return answer;
	}

	private Case obstacle() {
		return Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").takenUp();
	}

	@Test
	void areCountedOnceAndApartFromOrganisations() {
		Case obstacle = obstacle();
		meet("reporter2", obstacle, Map.of());
		Answer again = meet("reporter2", obstacle, Map.of("often", "ALL_THE_TIME"));
		assertThat(again.at("meetObstacle.obstacle.encounters.people").asInt()).isEqualTo(1);
		assertThat(this.api
			.query("query ($id: ID!) { obstacle(id: $id) { endorsementCount } }", Map.of("id", obstacle.id()))
			.at("obstacle.endorsementCount")
			.asInt()).isZero();
		Answer back = meet("reporter2", obstacle, Map.of("met", false));
		assertThat(back.at("meetObstacle.obstacle.encounters.people").asInt()).isZero();
	}

	@Test
	void whatFewAnsweredIsNotTold() {
		Case obstacle = obstacle();
		for (String account : ALL.subList(0, 4)) {
			assertThat(meet(account, obstacle, Map.of("ledTo", List.of("WAITED")))
				.at("meetObstacle.obstacle.encounters.answers")).isEmpty();
		}
		Answer five = meet("admin", obstacle, Map.of("as", "RELATIVE", "ledTo", List.of("WAITED", "TRAVELLED")));
		assertThat(five.texts("meetObstacle.obstacle.encounters.answers", "answer")).containsExactly("WAITED", "ONCE");
		assertThat(five.texts("meetObstacle.obstacle.encounters.answers", "people")).containsExactly("5", "5");
	}

	@Test
	void nobodyIsToldWhoTheyAre() {
		Case obstacle = obstacle();
		meet("reporter2", obstacle, Map.of());
		Answer log = this.api.as("liaison")
			.query("query ($id: ID!) { obstacle(id: $id) { history { nodes { type actor organisation { id } } } } }",
					Map.of("id", obstacle.id()));
		assertThat(log.texts("obstacle.history.nodes", "type")).contains("OBSTACLE_MET");
		assertThat(log.toString()).contains("Somebody").doesNotContain("Haparanda");
	}

	@Test
	void goWhenSomebodyErasesWhatIsKeptAboutThem() {
		Case obstacle = obstacle();
		meet("analyst", obstacle, Map.of());
		assertThat(this.api.as("analyst").query("{ exportPersonalData { records { kind about { id } } } }").toString())
			.contains("ENCOUNTER")
			.contains(obstacle.id());
		this.api.as("analyst").query("mutation { erasePersonalData(input: {}) { erased } }");
		assertThat(this.api
			.query("query ($id: ID!) { obstacle(id: $id) { encounters { people } } }", Map.of("id", obstacle.id()))
			.at("obstacle.encounters.people")
			.asInt()).isZero();
	}

}
