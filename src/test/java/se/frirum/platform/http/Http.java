package se.frirum.platform.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Talks to the server under test without anybody's help.
public record Http(int port) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	/// The address of a path.
	public String address(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	/// A request to a path, to be completed.
	public HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(URI.create(address(path)));
	}

	/// A GraphQL request with a body.
	public HttpRequest.Builder graphQl(String body) {
		return to("/graphql").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
	}

	/// Asks for the viewer.
	public HttpRequest.Builder viewer() {
		return graphQl("{\"query\": \"{ viewer { account name roles organisation } }\"}");
	}

	/// Sends a request.
	public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return CLIENT.send(request.build(), BodyHandlers.ofString());
	}

	/// Sends a request as it stands, and reads the answer as it comes.
	public String raw(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/// The value of an `Authorization` header.
	public static String basic(String name, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
