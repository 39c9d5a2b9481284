/// The log: what happened to whom, when, by whom and why.
@NullMarked
package se.frirum.platform.event;

import org.jspecify.annotations.NullMarked;
