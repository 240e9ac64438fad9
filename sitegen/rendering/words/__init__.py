"""Dates, hours, states and messages as a language writes them."""
