package se.frirum.obstacle;

import java.util.List;

/// That an obstacle met somebody: answers to choose from, and no words of their own.
///
/// @param met no: it was a mistake, and the answers go
record MeetObstacleInput(String id, boolean met, MetAs as, MetOften often, List<MetConsequence> ledTo) {
}
