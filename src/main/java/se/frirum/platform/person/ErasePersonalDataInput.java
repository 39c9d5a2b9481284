package se.frirum.platform.person;

import org.jspecify.annotations.Nullable;

/// That what is kept about a person is to be erased.
///
/// @param account the account's id; else the caller's
/// @param decision the number of the decision by which submitted records may be changed
record ErasePersonalDataInput(@Nullable String account, @Nullable String decision) {
}
