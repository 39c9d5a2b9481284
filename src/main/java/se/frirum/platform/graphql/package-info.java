/// What is common to the whole GraphQL API: scalars, problems, errors, limits.
@NullMarked
package se.frirum.platform.graphql;

import org.jspecify.annotations.NullMarked;
