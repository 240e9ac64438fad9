"""Bytes on disk become documents."""
