/// Brings acts from their sources into the graph, again and again.
@NullMarked
package se.frirum.law.importing;

import org.jspecify.annotations.NullMarked;
