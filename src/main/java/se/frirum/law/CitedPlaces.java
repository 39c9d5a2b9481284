package se.frirum.law;

import java.util.ArrayList;
import java.util.List;

import se.frirum.law.NumberGrammar.Numeral;

/// The places of one citation, as they are found.
final class CitedPlaces {

	private final List<Found> found = new ArrayList<>(2);

	private Place last = Place.WHOLE;

	/// Where the place at hand begins; none yet where the one before has just ended.
	private int start = -1;

	/// @param shared whether the places after it have it in common
	record Found(Place place, int start, int end, boolean shared) {
	}

	void startAt(int index) {
		this.start = (this.start < 0) ? index : this.start;
	}

	void add(Numeral number, Place place) {
		startAt(number.start());
		add(number.end(), place);
	}

	void add(int end, Place place) {
		this.found.add(new Found(place, this.start, end, false));
		this.last = place;
		this.start = -1;
	}

	void share(int end, Place place) {
		this.found.add(new Found(place, this.start, end, true));
		this.start = -1;
	}

	/// What stands before a list is what its members share.
	void shareBefore(List<Numeral> members, int end, Place place) {
		if (members.size() > 1 && !place.isRelative() && this.start >= 0 && this.start < members.getFirst().start()) {
			share(end, place);
		}
	}

	/// What the next place of the list can go on from.
	Place last() {
		return this.last;
	}

	/// Lets the next place begin anew.
	void forget() {
		this.last = Place.WHOLE;
	}

	boolean isEmpty() {
		return this.found.isEmpty();
	}

	List<Found> found() {
		return this.found;
	}

	/// Those that are cited themselves.
	List<Place> cited() {
		return this.found.stream().filter((each) -> !each.shared()).map(Found::place).toList();
	}

}
