package se.frirum.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/// A line to a database that a test can cut and mend.
final class CuttableProxy implements AutoCloseable {

	private final URI database;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final int port;

	private @Nullable ServerSocket listener;

	CuttableProxy(URI database) {
		this.database = database;
		this.listener = listen(0);
		this.port = this.listener.getLocalPort();
	}

	URI uri() {
		return URI.create("bolt://127.0.0.1:" + this.port);
	}

	void cut() {
		try {
			if (this.listener != null) {
				this.listener.close();
			}
			for (Socket socket : this.sockets) {
				socket.close();
			}
			this.sockets.clear();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	void mend() {
		this.listener = listen(this.port);
	}

	@Override
	public void close() {
		cut();
	}

	private ServerSocket listen(int onPort) {
		try {
			ServerSocket socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort));
			Thread.startVirtualThread(() -> accept(socket));
			return socket;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void accept(ServerSocket listening) {
		try {
			while (!listening.isClosed()) {
				Socket client = listening.accept();
				Socket server = new Socket(this.database.getHost(), this.database.getPort());
				this.sockets.add(client);
				this.sockets.add(server);
				Thread.startVirtualThread(() -> carry(client, server));
				Thread.startVirtualThread(() -> carry(server, client));
			}
		}
		catch (IOException cut) {
			// the line was cut
		}
	}

	private static void carry(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException cut) {
			// the line was cut
		}
	}

}
