package se.frirum.platform.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/// What an identity provider says about somebody, as a [Viewer]. The one mapping, for people
/// and machines alike:
///
/// | claim | becomes |
/// |---|---|
/// | `iss` and `sub` | the account's id, `<iss>#<sub>`: two issuers never collide |
/// | `name`, else `preferred_username`, else `sub` | the name |
/// | `roles`, a list | the [Role]s of those names; others are ignored, and there may be none |
/// | `organisation` | the organisation's id, without `organisation:` before it |
final class Claims {

	static final String ROLES = "roles";

	static final String ORGANISATION = "organisation";

	private Claims() {
	}

	static Viewer viewer(ClaimAccessor claims) {
		String subject = text(claims, JwtClaimNames.SUB);
		String organisation = text(claims, ORGANISATION);
		return new Viewer(text(claims, JwtClaimNames.ISS) + "#" + subject, name(claims), roles(claims),
				(organisation != null) ? "organisation:" + organisation : null);
	}

	private static @Nullable String name(ClaimAccessor claims) {
		return Stream.of("name", "preferred_username", JwtClaimNames.SUB)
			.map((claim) -> text(claims, claim))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static Set<Role> roles(ClaimAccessor claims) {
		Set<Role> roles = EnumSet.allOf(Role.class);
		roles.removeIf((role) -> !(claims.getClaims().get(ROLES) instanceof Collection<?> names)
				|| !names.contains(role.name()));
		return roles;
	}

	private static @Nullable String text(ClaimAccessor claims, String claim) {
		Object value = claims.getClaims().get(claim);
		return (value == null || value instanceof Collection || value instanceof Map || value.toString().isBlank())
				? null : value.toString().strip();
	}

}
