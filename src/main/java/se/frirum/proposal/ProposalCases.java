package se.frirum.proposal;

import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.answer.CaseType;
import se.frirum.platform.answer.DeadlineSource;
import se.frirum.platform.person.PersonalDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Proposals as a kind of case.
@Configuration(proxyBeanMethods = false)
public class ProposalCases {

	/// What proposals have in common with other cases.
	public static final CaseType TYPE = new CaseType("Proposal",
			(id) -> id.startsWith(ProposalKind.SIMPLIFICATION.ids()) || id.startsWith(ProposalKind.TRIAL.ids()),
			"rationale", "PROPOSAL", "proposal");

	@Bean
	CaseType proposalType() {
		return TYPE;
	}

	@Bean
	PersonalDataSource draftsOfProposals() {
		return new PersonalDataSource("DRAFT", """
				MATCH (_event:Event {actor: $account})-[:ABOUT]->(_about:Proposal)
				WHERE _event.type = 'PROPOSAL_DRAFTED' AND _about.status = 'DRAFT'
				WITH _about, CASE WHEN _about.owner = $viewer.organisation THEN _about.title ELSE '' END AS _text""",
				"""
						MATCH (event:Event {actor: $account})-[:ABOUT]->(draft:Proposal)
						WHERE event.type = 'PROPOSAL_DRAFTED'
						WITH DISTINCT draft SET draft.version = draft.version
						WITH draft WHERE draft.status = 'DRAFT'
						OPTIONAL MATCH (draft)-[:ASSESSED_AS]->(assessment:Assessment)
						DETACH DELETE draft, assessment""", null);
	}

	@Bean
	DeadlineSource answersToProposals() {
		return ObstacleCases.answerDue("Proposal", "PROPOSED_BY");
	}

	@Bean
	DeadlineSource referrals() {
		return new DeadlineSource("REFERRAL_CLOSES", "Proposal", """
				MATCH (_step:LegislativeStep)
				WHERE _step.respondBy >= $arg.from AND _step.respondBy < $arg.until
				MATCH (_subject:Proposal)-[:HAS_STEP]->(_step)
				WITH _subject, _step.respondBy AS _on""", ObstacleCases.VISIBLE, ObstacleCases.ofArea("PROPOSED_BY"),
				ObstacleCases.OF_BODY);
	}

}
