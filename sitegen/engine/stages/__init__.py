"""The stages of a build, each a function from values to values."""
