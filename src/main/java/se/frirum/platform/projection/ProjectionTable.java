package se.frirum.platform.projection;

/// A feature's part of the read path: which fields it answers, and how.
@FunctionalInterface
public interface ProjectionTable {

	void addTo(Projections projections);

}
