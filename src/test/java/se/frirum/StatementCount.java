package se.frirum;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/// Counts the statements that leave for the database, at the driver: nothing on the way
/// can hide one.
@TestComponent
public class StatementCount implements BeanPostProcessor {

	/// Where the server looks for imports to go on with and follows the log, whoever asks
	/// it what.
	private static final Set<String> BACKGROUND = Set.of("import-laws", "tail-log", "follow-log");

	private final List<String> statements = new CopyOnWriteArrayList<>();

	/// Begins anew.
	public void reset() {
		this.statements.clear();
	}

	/// What was sent since.
	public List<String> statements() {
		return List.copyOf(this.statements);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof Driver driver) ? watched(driver, Driver.class) : bean;
	}

	private Object watched(Object target, Class<?> type) {
		InvocationHandler handler = (_, method, arguments) -> {
			if (target instanceof QueryRunner && method.getName().equals("run") && arguments != null
					&& !BACKGROUND.contains(Thread.currentThread().getName())) {
				this.statements.add(String.valueOf(arguments[0]));
			}
			try {
				Object result = method.invoke(target, arguments);
				return switch (result) {
					case Session session -> watched(session, Session.class);
					case Transaction transaction -> watched(transaction, Transaction.class);
					case null, default -> result;
				};
			}
			catch (InvocationTargetException failure) {
				throw failure.getTargetException();
			}
		};
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler);
	}

}
