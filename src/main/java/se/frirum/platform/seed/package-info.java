/// Data that an empty database starts with.
@NullMarked
package se.frirum.platform.seed;

import org.jspecify.annotations.NullMarked;
