"""Letters to the site's lists: made, noted before they leave, handed to a server."""
