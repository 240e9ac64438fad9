"""The steps from documents to an index: each takes values, and returns one."""
