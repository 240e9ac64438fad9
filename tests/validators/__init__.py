"""Independent validators of the files that sites are made of, each a function to its findings."""
