"""Documents become the pages that exist and the questions that they may ask."""
