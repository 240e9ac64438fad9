"""Pixels: bytes and a recipe in, bytes out. It knows nothing of sites, and imports Pillow lazily.

`metadata.py` needs no Pillow: it leaves out what a camera wrote, without touching the picture.
"""
