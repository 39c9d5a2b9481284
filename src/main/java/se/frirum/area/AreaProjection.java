package se.frirum.area;

import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// How areas, organisations and services are read.
@Component
class AreaProjection implements ProjectionTable {

	private static final String TODAY = "(_in.from IS NULL OR _in.from <= $today) AND (_in.until IS NULL OR $today < _in.until)";

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.one("area", "Area", Hop.along("MATCH (it:Area {id: 'area:' + $arg.code})"))
			.many("municipalities", "Municipality", 290, AreaProjection::municipalities)
			.many("services", "Service", 10,
					Hop.along("MATCH (it:Service)")
						.where("it.code > '' AND NOT EXISTS { MATCH (it)-[:PART_OF]->(:Service) }")
						.orderBy("it.code"))
			.many("organisations", "Organisation", 377, AreaProjection::organisations)
			.one("service", "Service", Hop.along("MATCH (it:Service {id: 'service:' + $arg.code})"));
		projections.type("Municipality")
			.node((id) -> id.matches("area:\\d{4}"))
			.properties("id", "code", "name", "latitude", "longitude")
			.one("county", "County", Hop.along("MATCH (this)-[_in:IN]->(it:County)").where(TODAY));
		projections.type("County")
			.node((id) -> id.matches("area:\\d{2}"))
			.properties("id", "code", "name")
			.many("municipalities", "Municipality", 15,
					Hop.along("MATCH (this)<-[_in:IN]-(it:Municipality)").where(TODAY).orderBy("it.code"));
		projections.type("Country").node("area:SE").properties("id", "code", "name");
		projections.type("Organisation")
			.node("organisation:")
			.properties("id", "name", "kind")
			.one("area", "Area", Hop.along("MATCH (this)-[:GOVERNS]->(it:Area)").orderBy("it.code"));
		projections.type("Service")
			.node("service:")
			.properties("id", "code", "name")
			.one("parent", "Service", Hop.along("MATCH (this)-[:PART_OF]->(it:Service)"))
			.many("children", "Service", 6, Hop.along("MATCH (this)<-[:PART_OF]-(it:Service)").orderBy("it.code"));
	}

	private static Hop organisations(Asked asked) {
		return Hop.along("MATCH (it:Organisation)")
			.where((asked.arguments().get("kinds") != null) ? "it.kind IN $arg.kinds" : "it.id > ''")
			.orderBy("it.name, it.id");
	}

	private static Hop municipalities(Asked asked) {
		Hop all = Hop.along("MATCH (it:Municipality)").where("it.id > ''");
		Hop in = Hop.along("MATCH (:County {id: 'area:' + $arg.county})<-[_in:IN]-(it:Municipality)").where(TODAY);
		return ((asked.text("county") != null) ? in : all).orderBy("it.code");
	}

}
