package se.frirum;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts Frirum: the GraphQL API over the graph, and the graph itself where no other
/// database is named. `import-laws <path>` imports law instead of serving.
@SpringBootApplication
@ConfigurationPropertiesScan
public class FrirumApplication {

	public static void main(String[] args) {
		if (asksForCommand(args)) {
			System.exit(SpringApplication
				.exit(new SpringApplicationBuilder(FrirumApplication.class).web(WebApplicationType.NONE).run(args)));
		}
		SpringApplication.run(FrirumApplication.class, args);
	}

	/// A word in front, `import-laws`, asks for a command instead of the server.
	private static boolean asksForCommand(String... args) {
		return args.length > 0 && !args[0].startsWith("-");
	}

}
