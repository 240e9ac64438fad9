"""Feeds and sitemaps: pages for programs, written without a template."""
