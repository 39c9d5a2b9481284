package se.frirum.law.importing;

/// What to import.
///
/// @param path below the folder that the server imports from
record ImportLawsInput(LawSource source, String path) {

}
