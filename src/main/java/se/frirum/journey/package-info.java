/// Life events, step by step through services of several authorities: which rules block
/// along the way.
@ApplicationModule(allowedDependencies = { "platform", "area", "law", "obstacle" })
@NullMarked
package se.frirum.journey;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
