package se.frirum.platform.page;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where people reach this server: as `frirum.public-url` says, or else as they asked for it.
@Component
public class PublicAddress {

	private final Optional<String> configured;

	public PublicAddress(@Value("${frirum.public-url:}") String url) {
		this.configured = Optional.of(url.strip().replaceFirst("/+$", "")).filter((known) -> !known.isEmpty());
	}

	/// Of a path, within a request or without.
	/// @return empty without a request, where nothing is configured
	public Optional<String> known(String path) {
		return this.configured.map((url) -> url + path);
	}

	/// Of a path, within a request.
	public String of(String path) {
		return known(path).orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path);
	}

}
