"""Plugins: what they may do, and what becomes of their mistakes."""
