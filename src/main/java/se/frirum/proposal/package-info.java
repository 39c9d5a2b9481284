/// Proposals to change or set aside rules: writing them, answering them, and the way of
/// those that become law.
@ApplicationModule(allowedDependencies = { "platform", "area", "law", "obstacle" })
@NullMarked
package se.frirum.proposal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
