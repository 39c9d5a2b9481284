/// What people read in their language for what the API has codes for.
@NullMarked
package se.frirum.platform.language;

import org.jspecify.annotations.NullMarked;
