/// Trial laws: their clauses, who takes part, and which rules apply differently where and
/// when.
@ApplicationModule(allowedDependencies = { "platform", "area", "law", "obstacle", "proposal" })
@NullMarked
package se.frirum.trial;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
