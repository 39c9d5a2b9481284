package se.frirum.platform.person;

import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who has done something here, with the roles that their account had then. Accounts and roles
/// are given elsewhere: by an identity provider, or as demo accounts.
@Configuration(proxyBeanMethods = false)
class Accounts implements ProjectionTable {

	/// What an account was allowed, for whom and when, the last time that it did
	/// something.
	@Bean
	PersonalDataSource account() {
		return new PersonalDataSource("ACCOUNT", """
				MATCH (_account:Account {id: $account})
				WHERE _account.actedAt IS NOT NULL
				OPTIONAL MATCH (_about:Organisation {id: _account.organisation})
				WITH _about, reduce(_roles = '', _role IN coalesce(_account.roles, []) | _roles + _role + ', ')
					+ toString(date(_account.actedAt)) AS _text""", """
				MATCH (account:Account {id: $account})
				REMOVE account.roles, account.organisation, account.actedAt""", null);
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.connection("accounts", "Account", 5, (_) -> Listing.by("it.id",
					Hop.along("MATCH (it:Account)").where("it.id > ''").where("size(it.roles) > 0")));
		projections.type("Account")
			.properties("id", "name", "roles", "actedAt")
			.one("organisation", "Organisation", Hop.along("MATCH (it:Organisation {id: this.organisation})"));
	}

}
