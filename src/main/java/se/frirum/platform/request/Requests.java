package se.frirum.platform.request;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Remembers what each idempotency key led to. A key is the caller's own, per operation;
/// whoever comes second with it, at the same time or years later, is led to the same
/// node.
@Component
public class Requests {

	private static final int LONGEST_KEY = 200;

	/// The uniqueness constraint makes the second of two simultaneous callers wait here.
	private static final String CLAIM = """
			MERGE (request:Request {key: $key})
			ON CREATE SET request.fingerprint = $fingerprint, request.subject = $subject, request.at = $at
			RETURN request.subject AS subject, request.fingerprint = $fingerprint AS same
			""";

	private final Transactions transactions;

	private final JsonMapper json;

	private final Clock clock;

	Requests(Transactions transactions, JsonMapper json, Clock clock) {
		this.transactions = transactions;
		this.json = json;
		this.clock = clock;
	}

	/// Claims a key within the transaction at hand.
	/// @param subject the id of the node that is about to be created
	/// @return the node that the same request created before, if any
	/// @throws Unaccepted when the key came with other input before
	public Optional<String> claim(String operation, Viewer viewer, String key, Object input, String subject) {
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new Unaccepted(ProblemCode.INVALID, "An idempotency key has 1 to " + LONGEST_KEY + " characters.",
					"input", "idempotencyKey");
		}
		Row request = this.transactions
			.query(CLAIM, Map.of("key", operation + "\n" + viewer.account() + "\n" + key, "fingerprint",
					fingerprint(input), "subject", subject, "at", OffsetDateTime.now(this.clock)))
			.getFirst();
		if (!request.is("same")) {
			throw new Unaccepted(ProblemCode.INVALID,
					"This idempotency key came with other input before. Use a new key for a new request.", "input",
					"idempotencyKey");
		}
		return Optional.of(request.text("subject")).filter((earlier) -> !earlier.equals(subject));
	}

	private String fingerprint(Object input) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.json.writeValueAsBytes(input));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
