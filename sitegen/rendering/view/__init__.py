"""What templates see of the site: every look is a question, and is noted."""
