package se.frirum;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// How the features depend on each other.
class ModularityTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("se.frirum");

	@Test
	void featuresDependOneWay() {
		ApplicationModules.of(FrirumApplication.class).verify();
	}

	@Test
	void thePartsOfThePlatformHaveNoCycles() {
		slices().matching("se.frirum.platform.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyThePlatformKnowsTheDriver() {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackage("se.frirum.platform..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.neo4j.driver..");
		rule.check(CLASSES);
	}

	@Test
	void noDomainCodeAsksTheSystemsClock() {
		noClasses().should()
			.callMethod(java.time.LocalDate.class, "now")
			.orShould()
			.callMethod(java.time.OffsetDateTime.class, "now")
			.orShould()
			.callMethod(java.time.Instant.class, "now")
			.check(CLASSES);
	}

}
