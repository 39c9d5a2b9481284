/// Who follows what, and what happened to it since.
@ApplicationModule(allowedDependencies = { "platform", "area", "law", "obstacle", "proposal", "trial" })
@NullMarked
package se.frirum.following;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
