"""What sitegen says: in the author's language, without signs that a terminal would obey."""
