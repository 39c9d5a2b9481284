/// What was learned from trials and elsewhere, failures too, and who took it up.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package se.frirum.lesson;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
