package se.frirum.platform.answer;

import java.util.function.Predicate;

/// A kind of case that people write and others answer.
///
/// @param label its nodes' label
/// @param ids which ids are of such cases
/// @param text the property that holds its longer text
/// @param event what its entries in the log begin with: `OBSTACLE`
/// @param noun what people call it
public record CaseType(String label, Predicate<String> ids, String text, String event, String noun) {
}
