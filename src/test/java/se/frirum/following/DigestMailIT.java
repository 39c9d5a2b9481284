package se.frirum.following;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.page.PublicAddress;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/// Digests leave by a real mail server in this process: each event once.
@FrirumTest
class DigestMailIT {

	private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	private final String address = UUID.randomUUID() + "@example.se";

	private final Api api;

	private final Transactions transactions;

	private final Operations operations;

	DigestMailIT(Api api, Transactions transactions, Operations operations) {
		this.api = api;
		this.transactions = transactions;
		this.operations = operations;
	}

	@BeforeEach
	void start() {
		this.server.start();
		mailTo(this.address, true);
	}

	@AfterEach
	void stop() {
		mailTo(this.address, false);
		this.server.stop();
	}

	@Test
	void sendsWhatHappenedSinceTheLastTimeAndNothingTwice() throws Exception {
		Case own = Report.by(this.api.as("reporter2")).takenUp();
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(received()).singleElement()
			.satisfies((message) -> assertThat(text(message)).contains(own.reference(), own.word(),
					"Upptaget för granskning",
					"https://frirum.example/obstacles/" + own.id().replaceFirst("^obstacle:", "")));
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(received()).hasSize(1);
		this.api.as("analyst")
			.run("review-obstacle", Map.of("input", Map.of("id", own.id(), "expectedVersion", own.version(), "decision",
					"REQUEST_INFORMATION", "reason", "Hur många gäller det?")));
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(received()).hasSize(2);
		assertThat(text(received().getLast())).contains("Hur många gäller det?").doesNotContain("Upptaget");
	}

	@Test
	void tellsNothingOfWhatTheOrganisationMayNotSee() throws Exception {
		Case hidden = Report.by(this.api.as("reporter")).submitted();
		Report.by(this.api.as("reporter2")).takenUp();
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(text(received().getLast())).doesNotContain(hidden.word(), hidden.reference());
	}

	@Test
	void triesAgainWhereTheMailServerWasAway() throws Exception {
		Case own = Report.by(this.api.as("reporter2")).takenUp();
		digestMail(1).send();
		assertThat(received()).isEmpty();
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(text(received().getFirst())).contains(own.word());
	}

	@Test
	void isLeftToTheServerThatSendsItNow() throws Exception {
		Case own = Report.by(this.api.as("reporter2")).takenUp();
		claimedUntil("datetime() + duration('PT5M')");
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(received()).isEmpty();
		claimedUntil("datetime() - duration('PT1S')");
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(text(received().getFirst())).contains(own.word());
	}

	private void claimedUntil(String moment) {
		this.transactions.write(() -> this.transactions.query(
				"MATCH (address:DigestAddress {email: $email}) SET address.claimedUntil = " + moment,
				Map.of("email", this.address)));
	}

	@Test
	void isSentOnlyWhereSomebodyAskedForIt() {
		mailTo(this.address, false);
		Report.by(this.api.as("reporter2")).takenUp();
		digestMail(this.server.getSmtp().getPort()).send();
		assertThat(received()).isEmpty();
	}

	@Test
	void goesToAddressesOnly() {
		assertThat(this.api.as("reporter2")
			.query("""
					mutation { mailDigest(input: {email: "no address"}) { email problems { code } } }""")
			.problems("mailDigest")).contains("INVALID");
	}

	private DigestMail digestMail(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("sender", sender));
		return new DigestMail(this.transactions, this.operations, beans.getBeanProvider(JavaMailSender.class),
				Clock.systemUTC(), new PublicAddress("https://frirum.example/"), "frirum@example.se");
	}

	private List<MimeMessage> received() {
		return Arrays.stream(this.server.getReceivedMessages()).filter(this::isToUs).toList();
	}

	private boolean isToUs(MimeMessage message) {
		try {
			return message.getAllRecipients()[0].toString().equals(this.address);
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static String text(MimeMessage message) throws Exception {
		return (String) message.getContent();
	}

	private void mailTo(String email, boolean on) {
		this.api.as("reporter2")
			.query("mutation ($input: MailDigestInput!) { mailDigest(input: $input) { email problems { code } } }",
					Map.of("input", Map.of("email", email, "on", on)));
	}

}
