package se.frirum.law;

import java.time.LocalDate;
import java.util.Optional;

/// What the names of acts mean.
public interface ActNames {

	/// The act that a name or an abbreviation means on a day.
	/// @param name as written, inflected too: `skollagens`, `lagen om vårdval`, `MBL`
	/// @return none where nobody knows the name, or where it means two acts
	Optional<LawId> meaning(String name, LocalDate day);

}
