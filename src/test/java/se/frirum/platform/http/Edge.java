package se.frirum.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// Starts what stands before GraphQL, with a schema that needs no database.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = EdgeApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "frirum.warm-up=false", "spring.graphql.schema.locations=classpath:edge/",
				"spring.neo4j.uri=bolt://not.used",
				"management.endpoint.health.group.readiness.include=readinessState" })
public @interface Edge {

}
