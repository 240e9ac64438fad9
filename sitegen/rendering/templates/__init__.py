"""Jinja: a theme's templates, what each leads to, what each kind of page is given."""
