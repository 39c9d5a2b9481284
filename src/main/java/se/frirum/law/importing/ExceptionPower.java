package se.frirum.law.importing;

import se.frirum.law.Target;

/// That a passage of law lets somebody grant an exception. Where several may, there is
/// one for each: `regeringen eller den myndighet som regeringen bestämmer` is a power of
/// the government and one of an agency.
///
/// @param target what the exception is from
/// @param passage the sentence that says so
record ExceptionPower(Target target, PowerHolder holder, PowerForm form, String passage) {

}
