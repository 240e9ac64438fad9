"""What is remembered from build to build, in one SQLite file."""
