"""The search index, made after all pages."""
