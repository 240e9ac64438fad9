"""The preview: watch the site's folder, build, serve what was built."""
