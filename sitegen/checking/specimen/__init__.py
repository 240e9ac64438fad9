"""A theme, held against a small site with every kind of page: does it build, can it be read?"""
