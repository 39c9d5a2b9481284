package se.frirum;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/// A test against the whole server, on a free port, and a real Neo4j with the seed data.
/// All such tests of a JVM share both, so each brings cases of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "frirum.law-sources=target/law-sources", "frirum.warm-up=false" })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({ Api.class, StatementCount.class })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface FrirumTest {

}
