package se.frirum.law.importing;

import java.util.List;

/// Reads the acts that a file of a source holds.
interface ActReader {

	/// Reads a file.
	/// @throws UnreadableException where the file is not what it should be
	List<RecordedAct> read(String content) throws UnreadableException;

	/// Why a file or an act of it can't be read.
	final class UnreadableException extends Exception {

		UnreadableException(String reason) {
			super(reason);
		}

	}

}
