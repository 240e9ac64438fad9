"""Former sites become sites of sitegen: read, placed, rewritten, written, told."""
