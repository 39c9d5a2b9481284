/// By when a case is to be answered, and how long the answer took.
@NullMarked
package se.frirum.platform.answer;

import org.jspecify.annotations.NullMarked;
