"""All that sitegen says: diagnostics, progress, counts and the closing line."""
