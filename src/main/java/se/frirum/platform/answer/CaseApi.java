package se.frirum.platform.answer;

import se.frirum.platform.graphql.Payload;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// The mutations about cases of any kind.
@Controller
class CaseApi implements ProjectionTable {

	private final CaseUpkeep upkeep;

	private final Viewers viewers;

	CaseApi(CaseUpkeep upkeep, Viewers viewers) {
		this.upkeep = upkeep;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload redact(@Argument RedactInput input) {
		return Payload.of(() -> this.upkeep.redact(input, this.viewers.current()));
	}

	@MutationMapping
	Payload assignCase(@Argument AssignInput input) {
		return Payload.of(() -> this.upkeep.assign(input, this.viewers.current()));
	}

	@Override
	public void addTo(Projections projections) {
		projections.payload("RedactPayload", "subject");
		projections.payload("AssignPayload", "subject");
	}

}
