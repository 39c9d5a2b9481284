package se.frirum.platform.projection;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/// Where the value of a field comes from: exactly one of these for each field of the
/// schema.
sealed interface FieldSource {

	/// How many nodes one node leads to, typically: what the cost of a query is estimated
	/// from.
	int degree();

	/// An expression over `this`.
	/// @param read turns what the database answers into what the schema says
	record Value(String expression, UnaryOperator<@Nullable Object> read) implements FieldSource {

		@Override
		public int degree() {
			return 1;
		}

	}

	/// Worked out from other expressions over `this`, because the value is not in the
	/// graph.
	record Computed(Map<String, String> needs, Computation computation) implements FieldSource {

		@Override
		public int degree() {
			return 1;
		}

	}

	/// At most one node.
	record One(String type, Function<Asked, @Nullable Hop> hop, int degree) implements FieldSource {
	}

	/// All nodes of a short list.
	record Many(String type, Function<Asked, @Nullable Hop> hop, int degree) implements FieldSource {
	}

	/// What a subscription delivers node by node.
	/// @param part how a part of it is read
	record Live(Many part, Delivery delivery) implements FieldSource {

		@Override
		public int degree() {
			return this.part.degree();
		}

	}

	/// How many nodes there are, of those the caller may see.
	record Count(String type, Hop hop, int degree) implements FieldSource {
	}

	/// A list that can grow, page by page.
	/// @param name what its connection is called: `Law` of `LawConnection`
	/// @param type what it lists, mostly called the same
	record Connection(String name, String type, Function<Asked, Listing> listing, int degree) implements FieldSource {
	}

}
