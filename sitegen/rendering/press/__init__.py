"""Releases as they go to the press: PDF, plain text, mail, pictures, and all of it in one file."""
