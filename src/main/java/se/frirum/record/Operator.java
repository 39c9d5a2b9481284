package se.frirum.record;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who runs this registry, and so holds its public records.
///
/// @param name of the authority or whoever it is
/// @param contact how to ask for a copy of a record
@ConfigurationProperties("frirum.operator")
record Operator(@DefaultValue("") String name, @DefaultValue("") String contact) {
}
