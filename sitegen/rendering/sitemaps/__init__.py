"""Sitemaps (sitemaps.org) and robots.txt, written without a template."""
