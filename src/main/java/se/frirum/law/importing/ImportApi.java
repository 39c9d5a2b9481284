package se.frirum.law.importing;

import se.frirum.platform.graphql.Payload;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.security.Viewers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// Imports in the API: starting, following and cancelling them.
@Controller
@ConditionalOnWebApplication
class ImportApi implements ProjectionTable {

	private final ImportJobs jobs;

	private final Viewers viewers;

	ImportApi(ImportJobs jobs, Viewers viewers) {
		this.jobs = jobs;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload importLaws(@Argument ImportLawsInput input) {
		return Payload.of(() -> this.jobs.start(input, this.viewers.current()));
	}

	@MutationMapping
	Payload cancelLawImport(@Argument String id) {
		return Payload.of(() -> this.jobs.cancel(id));
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().one("lawImport", "LawImport", Hop.along("MATCH (it:LawImport {id: $arg.id})"));
		projections.query()
			.connection("lawImports", "LawImport", 5,
					(_) -> new Listing(Hop.along("MATCH (it:LawImport)").where("it.state > ''"),
							"toString(it.startedAt) + it.id", true, ""));
		projections.payload("ImportPayload", "lawImport", "LawImport");
		projections.type("LawImport")
			.properties("id", "state", "startedAt", "source", "path", "acts", "actsDone", "created", "changed",
					"unchanged", "ceased")
			.many("failures", "ImportFailure", 20,
					Hop.along("MATCH (this)-[:FAILED_ON]->(it:ImportFailure)")
						.orderBy("it.source, it.designation, it.reason"))
			.many("remarks", "ImportFailure", 20, Hop.along("MATCH (this)-[:REMARKED_ON]->(it:ImportFailure)")
				.orderBy("it.source, it.designation, it.reason"));
		projections.type("ImportFailure")
			.properties("source", "reason")
			.value("designation", "CASE this.designation WHEN '' THEN null ELSE this.designation END");
	}

}
