package se.frirum.browser;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import nu.validator.client.EmbeddedValidator;
import se.frirum.browser.Browser.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/// What every page must stand.
final class PageChecks {

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	/// A message that has no words in the page's language.
	private static final Pattern UNSAID = Pattern.compile("\\?\\?[\\w.]+\\?\\?");

	private PageChecks() {
	}

	/// Valid HTML, to its end.
	static void assertValid(byte[] html) throws Exception {
		EmbeddedValidator validator = new EmbeddedValidator();
		validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
		validator.setNoLangDetect(true);
		assertThat(validator.validate(new ByteArrayInputStream(html)).lines().filter((line) -> line.contains(" error")))
			.isEmpty();
	}

	/// No complaint of the browser, no message without words, and accessible after WCAG
	/// 2.2 A and AA.
	static void assertWell(Visitor visitor) {
		assertThat(visitor.complaints()).isEmpty();
		assertThat(UNSAID.matcher(visitor.page().content()).results().map(MatchResult::group)).isEmpty();
		List<Rule> violations = new AxeBuilder(visitor.page()).withTags(WCAG).analyze().getViolations();
		assertThat(violations)
			.extracting((rule) -> rule.getId() + " "
					+ rule.getNodes().stream().map((node) -> String.valueOf(node.getHtml())).limit(3).toList())
			.isEmpty();
	}

}
