/// What the consolidated text of an act tells about its structure. Pure: text in, records
/// out.
@NullMarked
package se.frirum.law.statute;

import org.jspecify.annotations.NullMarked;
