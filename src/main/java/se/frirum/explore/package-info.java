/// Reads across features: search over all that can be found by its words, and what leans
/// on what.
@ApplicationModule(allowedDependencies = { "platform", "area", "law", "obstacle", "proposal", "trial" })
@NullMarked
package se.frirum.explore;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
