package se.frirum.law.importing;

import se.frirum.law.Target;

/// That a passage of law sets a provision of another act aside.
///
/// @param target what is set aside
/// @param passage the sentence that says so
record Derogation(Target target, DerogationKind kind, String passage) {

}
