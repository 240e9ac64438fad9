"""The network, asked where an author says so: public addresses alone, within bounds."""
