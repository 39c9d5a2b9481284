/// Frirum: the rules that stand in the way of better public services, and the trial laws
/// that set them aside.
@NullMarked
package se.frirum;

import org.jspecify.annotations.NullMarked;
