package se.frirum.proposal;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/// The proposals, each with its own properties and nothing of its links: saving one
/// leaves them as they are.
interface Proposals extends Repository<Proposal, String> {

	Optional<Proposal> findById(String id);

	Proposal save(Proposal proposal);

}
