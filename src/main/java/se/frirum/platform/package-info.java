/// What every feature stands on: the database, the read path, the schema's common parts,
/// who asks, and the log. It knows no feature.
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package se.frirum.platform;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
