package se.frirum.following;

/// Where an organisation's digest is sent.
///
/// @param on false stops it
record MailDigestInput(String email, boolean on) {
}
