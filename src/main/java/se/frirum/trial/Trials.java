package se.frirum.trial;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/// The trials, each with its own properties and nothing of its links.
interface Trials extends Repository<Trial, String> {

	Optional<Trial> findById(String id);

	Trial save(Trial trial);

	List<Trial> saveAll(Iterable<Trial> trials);

}
