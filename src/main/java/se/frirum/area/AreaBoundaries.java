package se.frirum.area;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.GetMapping;

import static java.util.concurrent.TimeUnit.DAYS;

/// The boundaries that the map draws, where the operator has them: a GeoJSON file (RFC 7946)
/// whose features carry the codes of municipalities among their properties.
@ConditionalOnWebApplication
@Controller
class AreaBoundaries {

	private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

	private final Optional<Resource> file;

	AreaBoundaries(@Value("${frirum.boundaries:}") String path) {
		this.file = Optional.of(path).filter(Predicate.not(String::isBlank)).map(FileSystemResource::new);
		this.file.ifPresent((given) -> Assert.state(given.isReadable(),
				() -> "FRIRUM_BOUNDARIES names no file that can be read: " + path));
	}

	/// Nothing where there are none. Its tag is a weak one, since the answer may be
	/// compressed.
	@GetMapping("/boundaries.geojson")
	ResponseEntity<Resource> boundaries() throws IOException {
		if (this.file.isEmpty()) {
			return ResponseEntity.noContent().cacheControl(CacheControl.noCache()).build();
		}
		Resource given = this.file.get();
		return ResponseEntity.ok()
			.contentType(GEO_JSON)
			.cacheControl(CacheControl.maxAge(1, DAYS).cachePublic())
			.eTag("W/\"%x-%x\"".formatted(given.lastModified(), given.contentLength()))
			.body(given);
	}

}
