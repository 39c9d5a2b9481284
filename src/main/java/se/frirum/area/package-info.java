/// Municipalities, counties and the country; the organisations that govern them; the
/// services they give.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package se.frirum.area;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
