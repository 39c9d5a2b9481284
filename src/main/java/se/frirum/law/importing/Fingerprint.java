package se.frirum.law.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether a source says the same as last time.
final class Fingerprint {

	/// Counts up when acts are taken apart in another way, so that all are read again.
	private static final String READER = "1 ";

	private Fingerprint() {
	}

	static String of(String content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((READER + content).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
