package se.frirum.platform.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import graphql.language.EnumTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/// Every code that people read has its word.
class WordsTests {

	private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("ObstacleStatus", "status"),
			Map.entry("ProposalStatus", "status"), Map.entry("ObstacleClosure", "closure"),
			Map.entry("ObstacleKind", "kind"), Map.entry("Hinders", "hinders"), Map.entry("Mandate", "mandate"),
			Map.entry("Route", "route"), Map.entry("ChangeKind", "change"), Map.entry("LegislativeStage", "step"),
			Map.entry("Stance", "stance"));

	static Stream<String> codes() throws IOException {
		TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath:graphql/schema/*.graphqls")) {
			schema.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
		}
		return schema.getTypes(EnumTypeDefinition.class)
			.stream()
			.filter((type) -> KINDS.containsKey(type.getName()))
			.flatMap((type) -> type.getEnumValueDefinitions()
				.stream()
				.map((value) -> KINDS.get(type.getName()) + "." + value.getName()));
	}

	@Test
	void sayTheCodeThatAReasonBeginsWith() {
		assertThat(Words.SWEDISH.reason("TRIAL_OUTCOME_RECORDED", "EXPIRED: Målet nått, A: B"))
			.isEqualTo(Words.SWEDISH.of("outcome", "EXPIRED") + ": Målet nått, A: B");
		assertThat(Words.SWEDISH.reason("PROPOSAL_STEP_RECORDED", "REFERRAL"))
			.isEqualTo(Words.SWEDISH.of("step", "REFERRAL"));
		assertThat(Words.SWEDISH.reason("OBSTACLE_CLOSED", "EXPIRED: nej")).isEqualTo("EXPIRED: nej");
	}

	@ParameterizedTest
	@MethodSource("codes")
	void standsForItsCode(String code) {
		String[] parts = code.split("[.]");
		assertThat(Words.SWEDISH.of(parts[0], parts[1])).isNotBlank().isNotEqualTo(parts[1]);
	}

}
