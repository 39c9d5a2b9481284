/// Acts and ordinances, their sections, and how people cite them.
@ApplicationModule(allowedDependencies = { "platform", "area" })
@NullMarked
package se.frirum.law;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
