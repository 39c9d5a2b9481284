/// What every page stands on: it reads and changes through operation documents, as whoever
/// is signed in, and speaks their language.
@NullMarked
package se.frirum.platform.page;

import org.jspecify.annotations.NullMarked;
