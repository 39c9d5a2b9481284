package se.frirum.platform.person;

import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// Who has done something here, with the roles that their account had then. Accounts and roles
/// are given elsewhere: by an identity provider, or as demo accounts.
@Component
class Accounts implements ProjectionTable {

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
