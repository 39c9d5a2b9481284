package se.frirum.trial;

import java.util.List;

/// Who takes part in a trial beside the public bodies under its rules, and what pays for
/// it: all of it, in place of what stood there.
record TrialSupportInput(String id, int expectedVersion, List<PartnerInput> partners, List<FundingInput> funding) {
}
