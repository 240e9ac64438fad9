"""Parts of sitegen that are plugins, on by default: each says what it promises in its first line.

`plugin_options: {robots: false}` leaves one out. Each file is one; nothing imports them.
"""
