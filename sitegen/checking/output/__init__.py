"""What a webmaster wants to know before publishing, from the files of the output.

Each file is read once into `Facts`, which are a function of its bytes; then the facts of all files
are held against one another.
"""
