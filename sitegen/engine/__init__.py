"""Bring ``output/`` up to date."""
