package se.frirum.lesson;

/// What a lesson rests on.
enum EvidenceGrade {

	ANECDOTE, MEASURED, COMPARED

}
