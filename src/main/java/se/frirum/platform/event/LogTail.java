package se.frirum.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How far the log reaches, whichever process wrote it. Asks the database about it again
/// and again, once for everybody who follows the log, and not at all while nobody does.
@Component
class LogTail {

	private static final Logger log = LoggerFactory.getLogger(LogTail.class);

	private static final String GLANCE = "MATCH (log:Counter {name: 'events'}) RETURN log.value AS number";

	/// A glance can see the counter a moment before the entries that it counts:
	/// commits are not atomic to those who read without a lock. This takes the lock,
	/// which a writer holds until all is in place. (Only setting a property does, if
	/// to what it is; removing one that isn't there locks nothing.)
	private static final String END = """
			MATCH (log:Counter {name: 'events'})
			SET log.looked = true
			WITH log
			RETURN log.value AS number
			""";

	private final Transactions transactions;

	private final Duration poll;

	private final Lock lock = new ReentrantLock();

	private final Condition grown = this.lock.newCondition();

	private volatile long end;

	private int followers;

	private boolean looking;

	LogTail(Transactions transactions, @Value("${frirum.log.poll:250ms}") Duration poll) {
		this.transactions = transactions;
		this.poll = poll;
	}

	/// The number of the latest entry that is written or about to be.
	long latest() {
		return number(this.transactions.lookUp(GLANCE, Map.of()));
	}

	/// The number of the latest entry. It and all before it can be read. Waits for
	/// whoever
	/// writes.
	long end() {
		return this.transactions.write(() -> number(this.transactions.query(END, Map.of())));
	}

	/// The number of an entry that was the latest a moment ago. It and all before it can
	/// be read. Waits for nobody where nothing was added since the last time.
	long reach() {
		if (latest() > this.end) {
			grow(end());
		}
		return this.end;
	}

	/// Somebody begins to follow.
	void join() {
		this.lock.lock();
		try {
			this.followers++;
			if (!this.looking) {
				this.looking = true;
				Thread.ofVirtual().name("tail-log").start(this::look);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/// Somebody follows no longer.
	void leave() {
		this.lock.lock();
		try {
			this.followers--;
		}
		finally {
			this.lock.unlock();
		}
	}

	/// Waits until there is something behind a number.
	/// @return the number of an entry behind it; it and all before it can be read
	long awaitBehind(long number) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			while (this.end <= number) {
				this.grown.await();
			}
			return this.end;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void look() {
		while (isFollowed()) {
			try {
				reach();
			}
			catch (RuntimeException failure) {
				log.debug("Can't see how far the log reaches", failure);
			}
			LockSupport.parkNanos(this.poll.toNanos());
		}
	}

	private boolean isFollowed() {
		this.lock.lock();
		try {
			this.looking = this.followers > 0;
			return this.looking;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void grow(long number) {
		this.lock.lock();
		try {
			this.end = Math.max(this.end, number);
			this.grown.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private static long number(List<Row> counters) {
		return counters.isEmpty() ? 0 : counters.getFirst().number("number");
	}

}
