package se.frirum.platform.person;

import org.jspecify.annotations.Nullable;

/// Where something about a person is kept: features say it of their own data, and what a
/// person asks for goes through them all. The account's id is `$account`.
///
/// @param kind what the API calls it
/// @param find Cypher that binds `_text`, and as `_about` what it belongs to or null
/// @param eraseAtOnce Cypher that erases what may go at once
/// @param eraseByDecision Cypher that erases what stands in submitted records, which takes
/// a decision
public record PersonalDataSource(String kind, String find, @Nullable String eraseAtOnce,
		@Nullable String eraseByDecision) {
}
