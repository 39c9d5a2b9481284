/// The start page, signing in, and what is said about this service. A feature's pages live
/// with the feature.
@ApplicationModule(allowedDependencies = { "platform", "trial" })
@NullMarked
package se.frirum.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
