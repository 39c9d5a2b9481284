package se.frirum.obstacle;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/// The obstacles, each with its own properties and nothing of its links: saving one
/// leaves them as they are.
interface Obstacles extends Repository<Obstacle, String> {

	Optional<Obstacle> findById(String id);

	Obstacle save(Obstacle obstacle);

	List<Obstacle> saveAll(Iterable<Obstacle> obstacles);

}
