package se.frirum.following;

import se.frirum.platform.person.PersonalDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What following holds about people: who asked for it, and addresses.
@Configuration(proxyBeanMethods = false)
class FollowingPersonalData {

	@Bean
	PersonalDataSource follows() {
		return new PersonalDataSource("FOLLOW", """
				MATCH (_follow:Follow {account: $account})
				OPTIONAL MATCH (_follow)-[:OF]->(_about)
				WITH _about, coalesce(_follow.filter, _about.id, '') AS _text""", """
				MATCH (follow:Follow {account: $account})
				DETACH DELETE follow""", null);
	}

	@Bean
	PersonalDataSource digestAddresses() {
		return new PersonalDataSource("DIGEST_ADDRESS", """
				MATCH (_address:DigestAddress {account: $account})
				WITH null AS _about, _address.email AS _text""", """
				MATCH (address:DigestAddress {account: $account})
				DELETE address""", null);
	}

}
