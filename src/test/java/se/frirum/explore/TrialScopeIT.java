package se.frirum.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.Cases;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Which few sections a trial could set aside.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialScopeIT {

	private final Api api;

	private final Neo4jClient graph;

	private final Cases cases;

	/// One that no other obstacle affects.
	private final String service = RandomWord.startingWith("culture.");

	TrialScopeIT(Api api, Neo4jClient graph) {
		this.graph = graph;
		this.api = api;
		this.cases = Cases.of(api);
	}

	private void blockedBy(String... citations) {
		this.cases.reported("reporter", "Hinder",
				Map.of("blockedBy",
						List.of(citations).stream().map((citation) -> Map.of("citation", citation)).toList(),
						"services", List.of(this.service)));
	}

	@BeforeAll
	void obstaclesOfFourKinds() {
		this.graph.query("""
				MATCH (above:Service {id: 'service:culture'})
				CREATE (:Service {id: 'service:' + $code, code: $code, name: $code})-[:PART_OF]->(above)""")
			.bind(this.service)
			.to("code")
			.run();
		blockedBy("9 kap. 6 § miljöbalken");
		blockedBy("9 kap. 6 § miljöbalken");
		blockedBy("9 kap. 7 § miljöbalken", "9 kap. 8 § miljöbalken");
		blockedBy("9 kap. 9 § miljöbalken", "2017:725");
		blockedBy("2 kap. 1 § regeringsformen");
	}

	private Answer suggested(Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>(Map.of("services", List.of(this.service)));
		input.putAll(more);
		return this.api.run("suggest-trial-scope", Map.of("input", input));
	}

	@Test
	void isWhatLiftsMostThere() {
		Answer answer = suggested(Map.of("areas", List.of("0581")));
		assertThat(answer.texts("suggestTrialScope.provisions", "provision.id")).as(answer.toString())
			.containsExactly("sfs:1998:808#K9P6", "sfs:1998:808#K9P7", "sfs:1998:808#K9P8");
		assertThat(answer.texts("suggestTrialScope.provisions", "liftsMore")).containsExactly("2", "0", "1");
		assertThat(answer.at("suggestTrialScope.obstaclesLifted").asInt()).isEqualTo(3);
		assertThat(answer.at("suggestTrialScope.obstaclesConsidered").asInt()).isEqualTo(5);
		assertThat(answer.at("suggestTrialScope.exact").asBoolean()).isTrue();
		assertThat(answer.text("suggestTrialScope.note")).contains("arithmetic");
	}

	@Test
	void takesNoHalfWhereThereIsRoomForOne() {
		assertThat(suggested(Map.of("maxProvisions", 1)).texts("suggestTrialScope.provisions", "provision.id"))
			.containsExactly("sfs:1998:808#K9P6");
	}

	@Test
	void looksOnlyWhereItIsAsked() {
		assertThat(suggested(Map.of("areas", List.of("2583"))).at("suggestTrialScope.obstaclesConsidered").asInt())
			.isZero();
		assertThat(
				suggested(Map.of("areas", List.of("05", "2583"))).at("suggestTrialScope.obstaclesConsidered").asInt())
			.isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 21 })
	void isBounded(int most) {
		assertThat(suggested(Map.of("maxProvisions", most)).errors()).containsExactly("BAD_REQUEST");
	}

	@Test
	void tellsOfAnAreaThatIsNone() {
		assertThat(suggested(Map.of("areas", List.of("9999"))).errors()).containsExactly("BAD_REQUEST");
	}

}
