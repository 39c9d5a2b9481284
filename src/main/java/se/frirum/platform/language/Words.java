package se.frirum.platform.language;

import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

/// Words and sentences in one language.
public final class Words {

	/// In Swedish, which records are kept in.
	public static final Words SWEDISH = new Words(Locale.of("sv"));

	private final ResourceBundle bundle;

	private Words(Locale language) {
		this.bundle = ResourceBundle.getBundle("messages", language,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/// What stands under a key.
	public String get(String key) {
		return this.bundle.getString(key);
	}

	/// The word for a code of some kind: for `CLOSED` of `status`. A code that has none
	/// stands for itself; no code is no word.
	public String of(String kind, @Nullable String code) {
		String key = kind + "." + code;
		return (code == null) ? "" : this.bundle.containsKey(key) ? this.bundle.getString(key) : code;
	}

}
