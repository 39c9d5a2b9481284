/// The graph database: where it is, how it is migrated, and the two ways to work with it.
@NullMarked
package se.frirum.platform.database;

import org.jspecify.annotations.NullMarked;
