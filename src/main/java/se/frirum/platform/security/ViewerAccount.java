package se.frirum.platform.security;

/// An account of which nothing is known but the viewer.
record ViewerAccount(Viewer viewer) implements Account {

	@Override
	public String getName() {
		return String.valueOf(this.viewer.account());
	}

}
