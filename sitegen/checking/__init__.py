"""What `sitegen check` finds beyond a build: by reading the site, its output and calendars."""
