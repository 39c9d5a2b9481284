/// Case files: a case whole, for diarium and archive.
@ApplicationModule(allowedDependencies = { "platform", "area", "law", "obstacle", "proposal", "trial" })
@NullMarked
package se.frirum.record;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
