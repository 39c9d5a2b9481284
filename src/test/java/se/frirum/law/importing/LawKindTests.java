package se.frirum.law.importing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.law.LawId;

import static org.assertj.core.api.Assertions.assertThat;

/// What an act is, by its number, its title and the form that the source gives.
class LawKindTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					sfs:1974:152          | Kungörelse (1974:152) om beslutad ny regeringsform  | Kungörelse      | CONSTITUTION
					sfs:1949:105          | Tryckfrihetsförordning (1949:105)                   | Förordning      | CONSTITUTION
					sfs:2014:801          | Riksdagsordning (2014:801)                          | Lag             | ACT
					sfs:2010:800          | Skollag (2010:800)                                  | Lag             | ACT
					sfs:2007:515          | Myndighetsförordning (2007:515)                     | Förordning      | ORDINANCE
					sfs:1968:99           | Kungörelse (1968:99) om prov                        | Kungörelse      | ORDINANCE
					sfs:1976:99           | Provinspektionens kungörelse (1976:99)              | Kungörelse      | AGENCY_REGULATION
					sfs:2001:99           | Statistiska provbyråns tillkännagivande (2001:99)   | Tillkännagivande | AGENCY_REGULATION
					sfs:2012:75           | H.M. Konungens tillkännagivande (2012:75)           | Övrigt          | OTHER
					sfs:2012:99           | Tillkännagivande (2012:99) om prov                  | Tillkännagivande | OTHER
					fs:PROVFS 2017:40     | Prov                                                |                 | AGENCY_REGULATION
					celex:32014L0024      | Prov                                                |                 | EU_ACT
					""")
	void followsFromThem(String law, String title, String form, LawKind kind) {
		assertThat(LawKind.of(new LawId(law), title, (form != null) ? form : "")).isEqualTo(kind);
	}

}
