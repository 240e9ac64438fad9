"""What stands beside the press page and is no HTML: cards of contacts, the press review's feed."""
