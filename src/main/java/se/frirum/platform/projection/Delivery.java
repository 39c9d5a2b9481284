package se.frirum.platform.projection;

import java.util.List;
import java.util.Map;

import org.reactivestreams.Publisher;

/// How what a subscription follows becomes a stream.
@FunctionalInterface
public interface Delivery {

	/// The stream that somebody asked for; nothing of it begins before it is subscribed
	/// to.
	/// @throws se.frirum.platform.graphql.Refusal.BadRequest when the arguments are wrong
	Publisher<?> deliver(Asked asked, Parts parts);

	/// What is followed, part by part.
	@FunctionalInterface
	interface Parts {

		/// Reads one part with one statement, as who asked may see it now.
		/// @param bounds which part it is: further arguments for its hop
		List<?> read(Map<String, Object> bounds);

	}

}
