package se.frirum.platform.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Who may see a case, a proposal or an event: a stored property that a transition writes
/// and that only widens. Reads test it and nothing else.
public enum Audience {

	/// The organisation that writes it.
	OWNER,
	/// Those who review, too: nobody has read yet whether the text holds what must not be
	/// spread.
	REVIEWERS,
	/// Everybody.
	PUBLIC;

	/// The condition, in Cypher, under which the caller may see `this`, which carries
	/// `audience` and the `owner`'s id.
	public static final String VISIBLE = "this.audience IN $viewer.audiences OR this.owner = $viewer.organisation";

	/// The same for a full-text index that holds `audience` and `owner`, as a part of its
	/// query: what somebody may not see is not even found, nor counted or scored.
	public static String indexed(Viewer viewer) {
		StringBuilder audience = new StringBuilder("(");
		audience.append(of(viewer).stream()
			.map((each) -> "audience:" + each.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(" OR ")));
		String organisation = viewer.organisation();
		if (organisation != null) {
			audience.append(" OR owner:\"").append(organisation.replaceAll("[\"\\\\]", "\\\\$0")).append('"');
		}
		return audience.append(')').toString();
	}

	/// The audiences that somebody belongs to wherever the owner is another organisation.
	public static List<Audience> of(Viewer viewer) {
		List<Audience> audiences = new ArrayList<>(List.of(PUBLIC));
		if (viewer.reviews()) {
			audiences.add(REVIEWERS);
		}
		return audiences;
	}

	/// Whether somebody may see what has this audience and that owner.
	public boolean includes(Viewer viewer, String owner) {
		return of(viewer).contains(this) || owner.equals(viewer.organisation());
	}

}
