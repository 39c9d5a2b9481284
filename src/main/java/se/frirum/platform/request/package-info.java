/// What lets a caller repeat a request without doing it twice, and cases be quoted by
/// number.
@NullMarked
package se.frirum.platform.request;

import org.jspecify.annotations.NullMarked;
