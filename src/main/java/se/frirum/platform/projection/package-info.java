/// The read path: what a client asks for, written as one Cypher statement and read back.
@NullMarked
package se.frirum.platform.projection;

import org.jspecify.annotations.NullMarked;
