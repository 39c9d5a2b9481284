package se.frirum.proposal;

/// By which kind of rule an accepted proposal is carried out.
enum Route {

	GUIDANCE, AGENCY_REGULATION, ORDINANCE, ACT, TRIAL;

	/// Whether what comes of it stands in SFS under a number of its own.
	boolean leadsToStatute() {
		return switch (this) {
			case ORDINANCE, ACT -> true;
			case GUIDANCE, AGENCY_REGULATION, TRIAL -> false;
		};
	}

}
