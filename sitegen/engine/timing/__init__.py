"""Who is told how long the parts of a build take."""
