"""Markdown's blocks, read line by line as CommonMark does, into Python-Markdown's tree.

`parser.LineParser` takes the place of Python-Markdown's own block parser: a list, a table, a
heading begins right under a line of text, and an item holds what stands as far in as its own text.
Inline patterns and all that follows are Python-Markdown's.
"""
