package se.frirum.following;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.language.Words;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.PublicAddress;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends digests, where a mail server is configured: each event once, as far as the
/// organisation may see it.
@ConditionalOnWebApplication
@EnableScheduling
@Component
class DigestMail {

	private static final Logger log = LoggerFactory.getLogger(DigestMail.class);

	/// How long one server may take to send what it has claimed.
	private static final Duration CLAIM = Duration.ofMinutes(5);

	/// More than these wait for the next time.
	private static final int MOST = 100;

	private static final String ADDRESSES = """
			MATCH (address:DigestAddress)
			WHERE address.key > ''
			RETURN address.key AS key
			ORDER BY key
			""";

	/// The write takes the lock: a second server that sends at the same time waits for
	/// it, and finds the address claimed.
	private static final String CLAIM_ADDRESS = """
			MATCH (address:DigestAddress {key: $key})
			SET address.key = $key
			WITH address
			WHERE coalesce(address.claimedUntil <= $now, true)
			SET address.claimedUntil = $until
			RETURN address.owner AS owner, address.email AS email, address.sentUpTo AS sentUpTo
			""";

	private static final String SENT = """
			MATCH (address:DigestAddress {key: $key})
			SET address.sentUpTo = $cursor
			REMOVE address.claimedUntil
			""";

	private static final String RELEASE = """
			MATCH (address:DigestAddress {key: $key})
			WHERE address.claimedUntil = $until
			REMOVE address.claimedUntil
			""";

	private static final Links LINKS = new Links();

	private final Transactions transactions;

	private final Operations operations;

	private final ObjectProvider<JavaMailSender> sender;

	private final Clock clock;

	private final PublicAddress address;

	private final String from;

	DigestMail(Transactions transactions, Operations operations, ObjectProvider<JavaMailSender> sender, Clock clock,
			PublicAddress address, @Value("${frirum.mail-from:frirum@localhost}") String from) {
		this.transactions = transactions;
		this.operations = operations;
		this.sender = sender;
		this.clock = clock;
		this.address = address;
		this.from = from;
	}

	/// Sends to every address what happened since the last time.
	@Scheduled(cron = "${frirum.digest-cron:0 0 6 * * *}", zone = "Europe/Stockholm")
	void send() {
		JavaMailSender mail = this.sender.getIfAvailable();
		if (mail != null) {
			this.transactions.lookUp(ADDRESSES, Map.of()).forEach((address) -> send(address.text("key"), mail));
		}
	}

	private void send(String key, JavaMailSender mail) {
		try {
			OffsetDateTime now = OffsetDateTime.now(this.clock);
			OffsetDateTime until = now.plus(CLAIM);
			write(CLAIM_ADDRESS, Map.of("key", key, "now", now, "until", until))
				.forEach((address) -> send(key, address, until, mail));
		}
		catch (RuntimeException failure) {
			log.warn("A digest could not be sent, or not noted as sent; it is tried again the next time: {}",
					failure.getMessage());
		}
	}

	/// Sends outside of a transaction, which could be repeated, and the mail with it.
	private void send(String key, Row address, OffsetDateTime until, JavaMailSender mail) {
		try {
			sendNews(key, address, mail);
		}
		finally {
			write(RELEASE, Map.of("key", key, "until", until));
		}
	}

	private List<Row> write(String statement, Map<String, Object> parameters) {
		return this.transactions.write(() -> this.transactions.query(statement, parameters));
	}

	private void sendNews(String key, Row address, JavaMailSender mail) {
		Viewer organisation = new Viewer("digest", null, Set.of(Role.REPORTER), address.text("owner"));
		Row digest = new Row(page(address.text("sentUpTo"), organisation));
		List<Row> events = digest.rows("nodes");
		if (events.isEmpty()) {
			return;
		}
		mail.send(message(address.text("email"), digest.number("totalCount"), events));
		String cursor = digest.row("pageInfo").orElseThrow().text("endCursor");
		write(SENT, Map.of("key", key, "cursor", cursor));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> page(String sentUpTo, Viewer organisation) {
		return (Map<String, Object>) Objects.requireNonNull(
				this.operations.run("digest", Map.of("after", sentUpTo, "first", MOST), organisation).get("digest"));
	}

	private SimpleMailMessage message(String to, long count, List<Row> events) {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.from);
		message.setTo(to);
		message.setSubject(Words.SWEDISH.get("digest.subject").formatted(count));
		message.setText(events.stream().map(this::line).collect(Collectors.joining("\n\n")) + "\n\n"
				+ Words.SWEDISH.get("digest.why"));
		return message;
	}

	private String line(Row event) {
		Row about = event.row("about").orElse(new Row(Map.of()));
		String reason = event.textOrNull("reason");
		String page = event.row("about")
			.flatMap((subject) -> this.address.known(LINKS.to(subject.text("id"))))
			.map((url) -> "\n" + url)
			.orElse("");
		return "%s  %s %s%n%s, %s%s%s".formatted(event.text("at").substring(0, 10),
				about.textOr("reference", about.textOr("trialReference", "")), about.textOr("title", ""),
				Words.SWEDISH.of("event", event.text("type")), event.text("actor"),
				(reason != null) ? ": " + reason : "", page);
	}

}
