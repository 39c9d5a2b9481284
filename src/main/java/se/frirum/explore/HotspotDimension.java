package se.frirum.explore;

/// By what obstacles are counted.
enum HotspotDimension {

	PROVISION, LAW, SERVICE, COUNTY, MUNICIPALITY, DEPARTMENT, KIND

}
