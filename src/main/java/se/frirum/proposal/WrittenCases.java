package se.frirum.proposal;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.page.Pages;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// The case that somebody names in a form, as people do: by its reference, its id or its
/// page's address.
@ConditionalOnWebApplication
@Component
class WrittenCases {

	private final Pages pages;

	WrittenCases(Pages pages) {
		this.pages = pages;
	}

	/// @return its id; empty where the viewer sees no such obstacle
	Optional<String> obstacle(String written) {
		return id("obstacle", "H", written);
	}

	/// @return its id; empty where the viewer sees no such proposal
	Optional<String> proposal(String written) {
		return id("proposal", "P", written);
	}

	/// A form with the obstacles that are named in its field `more` among those it
	/// addresses: what nothing is called stays as it was written.
	MultiValueMap<String, String> addressed(MultiValueMap<String, String> form) {
		MultiValueMap<String, String> addressed = new LinkedMultiValueMap<>(form);
		Stream.of(Objects.requireNonNullElse(form.getFirst("more"), "").strip().split("[\\s,;]+"))
			.filter((written) -> !written.isEmpty())
			.distinct()
			.limit(ProposalLinks.MOST_OBSTACLES + 1L)
			.forEach((written) -> addressed.add("addresses", obstacle(written).orElse(written)));
		return addressed;
	}

	/// What a form says takes a proposal's place: its id, or what was written where
	/// nothing is called so.
	@Nullable String successor(Map<String, String> form) {
		String written = form.getOrDefault("supersededBy", "");
		return written.isBlank() ? null : proposal(written).orElse(written);
	}

	private Optional<String> id(String type, String series, String written) {
		String name = written.strip()
			.replaceFirst("[?#].*", "")
			.replaceFirst("/+$", "")
			.replaceFirst(".*/", "")
			.replaceFirst("^" + type + "(:|%3A)", "");
		boolean reference = name.matches("(?i)" + series + "-\\d.*");
		return this.pages.row("name-" + type, reference ? Map.of("reference", name) : Map.of("id", type + ":" + name))
			.row(type)
			.map((found) -> found.text("id"));
	}

}
