/// The edge: what an HTTP request must be like before GraphQL sees it, and how answers
/// leave.
@NullMarked
package se.frirum.platform.http;

import org.jspecify.annotations.NullMarked;
