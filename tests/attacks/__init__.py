"""Texts that attack: none of them may do anything on a page."""
