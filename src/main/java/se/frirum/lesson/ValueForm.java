package se.frirum.lesson;

/// What a lesson is worth something for.
enum ValueForm {

	ECONOMIC, SOCIAL, ENVIRONMENTAL

}
