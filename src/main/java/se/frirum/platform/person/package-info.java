/// What is kept about people: shown to them, and erased when they ask.
@NullMarked
package se.frirum.platform.person;

import org.jspecify.annotations.NullMarked;
