"""New documents and new sites: text with places to fill, and the files that it becomes."""
