"""Atom, RSS, JSON Feed: pages for programs, written without a template."""
