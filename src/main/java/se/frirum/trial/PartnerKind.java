package se.frirum.trial;

/// What somebody is who takes part in a trial beside the public bodies under its rules.
enum PartnerKind {

	ACADEMIA, COMPANY, TEST_BED, CIVIL_SOCIETY, PUBLIC_BODY, OTHER

}
