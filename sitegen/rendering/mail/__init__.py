"""Letters: HTML with its styles inlined, plain text of HTML, and messages as files. Pure."""
