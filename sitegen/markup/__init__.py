"""Markdown to HTML: text in, values out. It knows nothing of sites, files or configuration."""
