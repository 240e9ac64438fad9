"""schema.org's words, as JSON-LD."""
