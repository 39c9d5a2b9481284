package se.frirum.obstacle;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Keeps whom to ask apart from the case itself: only the reporter's organisation and
/// those who review see it.
@Component
class Contacts {

	private static final String REMOVE = """
			MATCH (:Obstacle {id: $obstacle})-[:CONTACT]->(contact:Contact)
			DETACH DELETE contact
			""";

	private static final String SET = """
			MATCH (obstacle:Obstacle {id: $obstacle})
			CREATE (obstacle)-[:CONTACT]->(:Contact {account: $account, name: $name, email: $email, phone: $phone})
			""";

	private final Transactions transactions;

	Contacts(Transactions transactions) {
		this.transactions = transactions;
	}

	/// Replaces whom to ask, within the transaction at hand.
	void set(String obstacle, @Nullable Contact contact, Viewer viewer) {
		this.transactions.query(REMOVE, Map.of("obstacle", obstacle));
		if (contact != null) {
			Map<String, Object> parameters = new HashMap<>();
			parameters.put("obstacle", obstacle);
			parameters.put("account", viewer.account());
			parameters.put("name", contact.name());
			parameters.put("email", contact.email());
			parameters.put("phone", contact.phone());
			this.transactions.query(SET, parameters);
		}
	}

}
