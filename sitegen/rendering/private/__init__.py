"""Private pages, opened by their readers alone."""
