package se.frirum.proposal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The numbers of the Riksdag's and the government's documents, as people write them.
class DocumentSeriesTests {

	private static final int THIS_YEAR = 2026;

	private static DocumentSeries.Document read(String written) {
		return DocumentSeries.read(written, THIS_YEAR);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"Dir. 2021:110          | DIRECTIVE        | Dir. 2021:110", //
			"dir 2021:110           | DIRECTIVE        | Dir. 2021:110", //
			"SOU 2023:94            | INQUIRY          | SOU 2023:94", //
			"sou 2023:94            | INQUIRY          | SOU 2023:94", //
			"Ds 2020:1              | MEMORANDUM       | Ds 2020:1", //
			"DS  2020:1             | MEMORANDUM       | Ds 2020:1", //
			"Prop. 2024/25:89       | BILL             | Prop. 2024/25:89", //
			"prop.2024/25:89        | BILL             | Prop. 2024/25:89", //
			"Prop. 1999/2000:12     | BILL             | Prop. 1999/2000:12", //
			"Prop. 1973:90          | BILL             | Prop. 1973:90", //
			"bet. 2024/25:SoU23     | COMMITTEE_REPORT | bet. 2024/25:SoU23", //
			"Bet. 2024/25:UFöU2     | COMMITTEE_REPORT | bet. 2024/25:UFöU2", //
			"rskr. 2024/25:210      | DECISION         | rskr. 2024/25:210", //
			"Rskr 2024/25:210       | DECISION         | rskr. 2024/25:210", //
			"SFS 2025:400           | STATUTE          | SFS 2025:400", //
			"sfs 2025:400           | STATUTE          | SFS 2025:400" })
	void isNamedAsItsSeriesWritesIt(String written, DocumentSeries series, String name) {
		DocumentSeries.Document document = read(written);
		assertThat(document.series()).isEqualTo(series);
		assertThat(document.name()).isEqualTo(name);
		assertThat(document.problem()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dir. 2021/22:110", "Dir. 21:110", "SOU 2023:0", "SOU 2023", "SOU 2027:1", "Ds 1850:1",
			"Prop. 2024/26:89", "Prop. 2024/25:", "Prop. 2024/25:SoU3", "Prop. 1999/2001:12", "bet. 2024/25:23",
			"bet. 2024/25:XyU23", "rskr. 2024/25:21000", "SFS 2025:400 a", "SFS 2025-400", "SFS 2025:12345" })
	void isRefusedWhereTheSeriesHasNoSuchNumber(String written) {
		DocumentSeries.Document document = read(written);
		assertThat(document.series()).isNotNull();
		assertThat(document.problem()).startsWith("There is no such number in its series. Write it as '");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Fi2026/00017", "HSLF-FS 2026:5", "COM(2024) 12 final", "Lagrådets yttrande 2026-03-01",
			"SKOLFS 2026:4", "2025:400", "Propositionen" })
	void isKeptAsItWasWrittenWhereItsSeriesIsNotKnown(String written) {
		DocumentSeries.Document document = read(" " + written + " ");
		assertThat(document.series()).isNull();
		assertThat(document.name()).isEqualTo(written);
		assertThat(document.problem()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"Prop. 2024/25:89 | BILL             |", //
			"Prop. 2024/25:89 | COMMITTEE_REPORT | Prop. 2024/25:89 is no document of this step; its stage is BILL.",
			"SOU 2023:94      | MEMORANDUM       | SOU 2023:94 is no document of this step; its stage is INQUIRY.",
			"SFS 2025:400     | ISSUED           |", //
			"SFS 2025:400     | IN_FORCE         |", //
			"SFS 2025:400     | BILL             | SFS 2025:400 is no document of this step; its stage is ISSUED.",
			"Fi2026/00017     | REFERRAL         |" })
	void belongsToItsOwnStep(String written, LegislativeStage stage, @Nullable String problem) {
		assertThat(read(written).problemAt(stage)).isEqualTo(problem);
	}

	@ParameterizedTest
	@EnumSource
	void readsItsOwnExample(DocumentSeries series) {
		String problem = read(wrong(series)).problem();
		assertThat(problem).isNotNull();
		String example = problem.substring(problem.indexOf('\'') + 1, problem.lastIndexOf('\''));
		assertThat(read(example).series()).isEqualTo(series);
		assertThat(read(example).name()).isEqualTo(example);
		assertThat(read(example).problem()).isNull();
	}

	@Test
	void ofThisYearIsThereAndOfTheNextIsNot() {
		assertThat(read("SOU 2026:1").problem()).isNull();
		assertThat(read("SOU 2027:1").problem()).isNotNull();
	}

	/// A number that no document of the series has.
	private static String wrong(DocumentSeries series) {
		return switch (series) {
			case DIRECTIVE -> "Dir. 1";
			case INQUIRY -> "SOU 1";
			case MEMORANDUM -> "Ds 1";
			case BILL -> "Prop. 1";
			case COMMITTEE_REPORT -> "bet. 1";
			case DECISION -> "rskr. 1";
			case STATUTE -> "SFS 1";
		};
	}

}
