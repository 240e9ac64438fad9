"""A site in several languages: which documents are one text, and what each version shows."""
