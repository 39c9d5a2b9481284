package se.frirum.obstacle;

import se.frirum.platform.person.PersonalDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What obstacles hold about people: whom to ask, drafts that nobody has handed in, and
/// whom an obstacle met.
@Configuration(proxyBeanMethods = false)
class ObstaclePersonalData {

	@Bean
	PersonalDataSource contactsOfObstacles() {
		return new PersonalDataSource("CONTACT",
				"""
						MATCH (_contact:Contact {account: $account})<-[:CONTACT]-(_about:Obstacle)
						WITH _about, _contact.name + coalesce(', ' + _contact.email, '') + coalesce(', ' + _contact.phone, '') AS _text""",
				null, """
						MATCH (contact:Contact {account: $account})
						DETACH DELETE contact""");
	}

	@Bean
	PersonalDataSource draftsOfObstacles() {
		return new PersonalDataSource("DRAFT", """
				MATCH (_event:Event {actor: $account})-[:ABOUT]->(_about:Obstacle)
				WHERE _event.type = 'OBSTACLE_DRAFTED' AND _about.status = 'DRAFT'
				WITH _about, CASE WHEN _about.owner = $viewer.organisation THEN _about.title ELSE '' END AS _text""",
				"""
						MATCH (event:Event {actor: $account})-[:ABOUT]->(draft:Obstacle)
						WHERE event.type = 'OBSTACLE_DRAFTED'
						WITH DISTINCT draft SET draft.version = draft.version
						WITH draft WHERE draft.status = 'DRAFT'
						OPTIONAL MATCH (draft)-[:CONTACT]->(contact:Contact)
						DETACH DELETE draft, contact""", null);
	}

	@Bean
	PersonalDataSource encountersWithObstacles() {
		return new PersonalDataSource("ENCOUNTER",
				"""
						MATCH (_encounter:Encounter {account: $account})-[:WITH]->(_about:Obstacle)
						WITH _about, reduce(_all = _encounter.as + ', ' + _encounter.often, _led IN _encounter.ledTo | _all + ', ' + _led) AS _text""",
				"""
						MATCH (encounter:Encounter {account: $account})
						DETACH DELETE encounter""", null);
	}

}
