package se.frirum.platform.graphql;

import graphql.ErrorClassification;

/// What a GraphQL error is, as `extensions.classification` says it. Expected refusals are
/// [Problem]s in the payload, never one of these.
public enum Classification implements ErrorClassification {

	/// Nobody is signed in, and this needs somebody.
	UNAUTHORIZED,
	/// The account's role may not do this at all.
	FORBIDDEN,
	/// The request itself is wrong: unknown fields, arguments out of range, foreign
	/// cursors.
	BAD_REQUEST,
	/// The query asks for more than one request may.
	TOO_COSTLY,
	/// The answer took longer than a request may.
	TIMEOUT,
	/// The database does not answer, or the server is busy; the same request can be sent
	/// again.
	UNAVAILABLE,
	/// A fault of ours; the message holds the id under which the log tells more.
	INTERNAL_ERROR

}
