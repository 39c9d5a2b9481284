/// What everybody may take along: data in files, feeds that tell what happened, calendars of
/// days not to be missed. All of it is read through operation documents, as the public.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package se.frirum.opendata;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
