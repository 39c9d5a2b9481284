package se.frirum.platform.page;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A form that was refused comes back with all that was written in it.
class RefusedFormTests {

	private static final String PAGE = """
			<!DOCTYPE html><html lang="sv"><body>
			<section class="problems"><ul><li data-path="input.blockedBy.1.citation">Ingen sådan lag</li><li>Annat</li></ul>
			<div data-written hidden><h3>Det här skrev du</h3></div></section>
			<form action="/other" method="post"><input name="title" value="annan"></form>
			<details><summary>Ett</summary><form action="/say" method="post">
				<input type="hidden" name="_csrf" value="ny"><input type="hidden" name="id" value="obstacle:1">
				<input type="hidden" name="expectedVersion" value="8">
				<textarea name="reason"></textarea><button name="decision" value="CLOSE">Avsluta</button></form></details>
			<details><summary>Två</summary><form action="/say" method="post">
				<input type="hidden" name="_csrf" value="ny"><input type="hidden" name="id" value="obstacle:1">
				<input type="hidden" name="expectedVersion" value="8">
				<label>Skäl <textarea name="reason">registrerat</textarea></label>
				<label>Regel <input name="citation" value=""></label><label>Regel <input name="citation"></label>
				<label>Regel <input name="citation" aria-describedby="hint"></label>
				<select name="kind"><option value="A" selected>a</option><option value="B">b</option></select>
				<input type="checkbox" name="ledTo" value="X" checked><input type="checkbox" name="ledTo" value="Y">
				<input type="checkbox" name="area" value="05" checked><input type="checkbox" name="area" value="06" checked>
				<select name="area"><option value="">–</option><option value="25">Norrbotten</option></select>
				<input type="number" name="rest" value="3"><button name="decision" value="REOPEN">Ta upp</button></form></details>
			</body></html>
			""";

	private static final Map<String, List<String>> SENT = Map.of("_csrf", List.of("gammal"), "id",
			List.of("obstacle:1"), "expectedVersion", List.of("7"), "reason", List.of("<b>Rad ett\nrad två</b>"),
			"citation", List.of("1 § ett", "", "2 § två"), "kind", List.of("B"), "ledTo", List.of("Y"), "decision",
			List.of("REOPEN"), "area", List.of("06", "25"));

	private final Document page = Jsoup.parse(new RefusedForm("/say", SENT, false, true).in(PAGE));

	@Test
	void holdsWhatWasWrittenAsItWasWritten() {
		assertThat(this.page.select("details:nth-of-type(2) textarea").val()).isEqualTo("<b>Rad ett\nrad två</b>");
		assertThat(this.page.select("b")).isEmpty();
		assertThat(this.page.select("[name=citation]").eachAttr("value")).containsExactly("1 § ett", "", "2 § två");
	}

	@Test
	void holdsWhatWasChosenAndNothingElse() {
		assertThat(this.page.select("[name=kind] option[selected]").eachAttr("value")).containsExactly("B");
		assertThat(this.page.select("[name=ledTo][checked]").eachAttr("value")).containsExactly("Y");
		assertThat(this.page.select("[name=rest]").val()).isEqualTo("3");
	}

	@Test
	void tellsBoxesFromFieldsOfTheSameName() {
		assertThat(this.page.select("input[name=area][checked]").eachAttr("value")).containsExactly("06");
		assertThat(this.page.select("select[name=area] option[selected]").eachAttr("value")).containsExactly("25");
	}

	@Test
	void isInSightAmongFormsThatSayNothingOfIt() {
		assertThat(this.page.select("details").eq(1).hasAttr("open")).isTrue();
		assertThat(this.page.select("details").eq(0).hasAttr("open")).isFalse();
		assertThat(this.page.select("details").eq(0).select("textarea").val()).isEmpty();
		assertThat(this.page.select("[action=/other] input").val()).isEqualTo("annan");
	}

	@Test
	void isSentAsThePageHasItNow() {
		assertThat(this.page.select("[name=_csrf]").eachAttr("value")).containsOnly("ny");
		assertThat(this.page.select("[name=expectedVersion]").eachAttr("value")).containsOnly("8");
	}

	@Test
	void hasEachProblemBesideItsField() {
		assertThat(this.page.select("[aria-invalid=true]").eachAttr("value")).containsExactly("2 § två");
		assertThat(this.page.select("[aria-invalid]").attr("aria-describedby")).isEqualTo("problem-0 hint");
		assertThat(this.page.select("#problem-0").text()).isEqualTo("Ingen sådan lag");
		assertThat(this.page.select(".problems a").attr("href"))
			.isEqualTo("#" + this.page.select("[aria-invalid]").attr("id"));
		assertThat(this.page.select(".problems li").eachText()).containsExactly("Ingen sådan lag", "Annat");
	}

	@Test
	void isNotTakenForAnotherWithOtherFields() {
		String both = "<form action=/say><input name=law></form><form action=/say><input name=area></form>";
		Document shown = Jsoup.parse(new RefusedForm("/say", Map.of("area", List.of("xyz")), false, true).in(both));
		assertThat(shown.select("[value=xyz]").eachAttr("name")).containsExactly("area");
	}

	@Test
	void isFoundWhicheverButtonWasPressed() {
		String draft = "<form action=/say><input name=law><button name=submit value=on></button><button></button></form>";
		assertThat(shown(draft, "law", "xyz")).contains("xyz");
		String outside = "<form action=/say id=a><input name=law></form><button form=a name=add value=1></button>";
		assertThat(Jsoup
			.parse(new RefusedForm("/say", Map.of("law", List.of("xyz"), "add", List.of("1")), false, true).in(outside))
			.select("input")
			.val()).isEqualTo("xyz");
	}

	@Test
	void standsBesideWhatSomebodyElseHasWrittenMeanwhile() {
		String changed = "<section class=problems data-now='Nu står det:'></section>"
				+ "<form action=/say><label><input name=law value=annat></label><input name=same value=lika></form>";
		Document page = Jsoup
			.parse(new RefusedForm("/say", Map.of("law", List.of("mitt"), "same", List.of("lika")), true, true)
				.in(changed));
		assertThat(page.select("input").eachAttr("value")).containsExactly("mitt", "lika");
		assertThat(page.select("label + small").text()).isEqualTo("Nu står det: annat");
		assertThat(page.select("small")).hasSize(1);
	}

	@Test
	void countsTheRowsThatAreFilledIn() {
		String rows = "<section class=problems><ul><li data-path=input.changes.1.wording>Fel</li></ul></section><form action=/say>"
				+ "<div class=box><input name=citation><textarea name=wording></textarea></div>".repeat(3) + "</form>";
		Document page = Jsoup.parse(new RefusedForm("/say",
				Map.of("citation", List.of("1 § a", "2 § b", ""), "wording", List.of("", "fel", "")), false, true)
			.in(rows));
		assertThat(page.select("[aria-invalid]").val()).isEqualTo("fel");
	}

	@Test
	void hasAProblemAtTheFieldThatIsAboutJustThat() {
		String rules = "<section class=problems><ul><li data-path=input.blockedBy.1.how>Fel</li></ul></section><form action=/say>"
				+ "<textarea name=how:a data-about=blockedBy.0.how></textarea>"
				+ "<textarea name=how:b data-about=blockedBy.1.how></textarea></form>";
		Document page = Jsoup
			.parse(new RefusedForm("/say", Map.of("how:a", List.of("rätt"), "how:b", List.of("fel")), false, true)
				.in(rules));
		assertThat(page.select("[aria-invalid]").val()).isEqualTo("fel");
	}

	private static String shown(String page, String field, String value) {
		return new RefusedForm("/say", Map.of(field, List.of(value)), false, true).in(page);
	}

	@Test
	void isRepeatedInWordsWhereThePageHasNoSuchFormAnyMore() {
		Document other = Jsoup.parse(new RefusedForm("/gone", SENT, false, true).in(PAGE));
		assertThat(other.select("[data-written]").hasAttr("hidden")).isFalse();
		assertThat(other.select("[data-written] p").eachText()).contains("<b>Rad ett rad två</b>");
		assertThat(other.select("form, details").outerHtml())
			.isEqualTo(Jsoup.parse(PAGE).select("form, details").outerHtml());
		assertThat(this.page.select("[data-written]").hasAttr("hidden")).isTrue();
	}

}
