"""A build after an edit of texts alone, from what the last one recorded: the rest is not loaded."""
