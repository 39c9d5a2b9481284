package se.frirum;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts Frirum: the GraphQL API over the graph, and the graph itself where no other
/// database is named.
@SpringBootApplication
@ConfigurationPropertiesScan
public class FrirumApplication {

	public static void main(String[] args) {
		SpringApplication.run(FrirumApplication.class, args);
	}

}
