/// Rules that stand in the way: reporting, finding what others reported, endorsing,
/// review.
@ApplicationModule(allowedDependencies = { "platform", "area", "law" })
@NullMarked
package se.frirum.obstacle;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
