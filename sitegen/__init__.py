"""sitegen: a static site generator for an association's news hub."""

__version__ = "0.1.0"
