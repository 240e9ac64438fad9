"""Each kind of former site: what its files hold, as values of `former`."""
