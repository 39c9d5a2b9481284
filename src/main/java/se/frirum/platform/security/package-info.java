/// Who asks, how they sign in, and what their role lets them do.
@NullMarked
package se.frirum.platform.security;

import org.jspecify.annotations.NullMarked;
