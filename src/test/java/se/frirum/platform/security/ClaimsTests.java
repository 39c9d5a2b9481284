package se.frirum.platform.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimsTests {

	@Test
	void readsWhoItIs() {
		Viewer viewer = viewer(Map.of("name", "Kim Åberg", "preferred_username", "kim", "roles",
				List.of("REPORTER", "ANALYST"), "organisation", "0581"));
		assertThat(viewer.account()).isEqualTo("https://id.example#17");
		assertThat(viewer.name()).isEqualTo("Kim Åberg");
		assertThat(viewer.roles()).containsExactlyInAnyOrder(Role.REPORTER, Role.ANALYST);
		assertThat(viewer.organisation()).isEqualTo("organisation:0581");
	}

	@Test
	void fallsBackToOtherNames() {
		assertThat(viewer(Map.of("preferred_username", "kim")).name()).isEqualTo("kim");
		assertThat(viewer(Map.of("name", " ", "preferred_username", "kim")).name()).isEqualTo("kim");
		assertThat(viewer(Map.of()).name()).isEqualTo("17");
	}

	@Test
	void givesNoRoleItWasNotTold() {
		assertThat(viewer(Map.of()).roles()).isEmpty();
		assertThat(viewer(Map.of()).signedIn()).isTrue();
		assertThat(viewer(Map.of("roles", List.of())).roles()).isEmpty();
		assertThat(viewer(Map.of("roles", List.of("admin", "ROLE_ADMIN", "OWNER", 7, Map.of()))).roles()).isEmpty();
		assertThat(viewer(Map.of("roles", "ADMIN")).roles()).isEmpty();
		assertThat(viewer(Map.of("roles", Map.of("ADMIN", true))).roles()).isEmpty();
	}

	@Test
	void knowsNoOrganisationItWasNotTold() {
		assertThat(viewer(Map.of()).organisation()).isNull();
		assertThat(viewer(Map.of("organisation", "")).organisation()).isNull();
		assertThat(viewer(Map.of("organisation", List.of("0581"))).organisation()).isNull();
		assertThat(viewer(Map.of("organisation", Map.of("id", "0581"))).organisation()).isNull();
	}

	private static Viewer viewer(Map<String, Object> further) {
		Map<String, Object> claims = new HashMap<>(further);
		claims.put("iss", "https://id.example");
		claims.put("sub", "17");
		return Claims.viewer(() -> claims);
	}

}
