package se.frirum.trial;

/// In which form a trial is paid for.
enum FundingForm {

	OWN_BUDGET, GRANT, EU_FUND, SOCIAL_INVESTMENT_FUND, OUTCOME_PAYMENT, COMPETITION, OTHER

}
