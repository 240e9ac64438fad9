"""Shortcodes: `::: name arguments` at the start of a line, with arguments that their types check.

    lines.py       finds them in the text and marks their places there for the engine
    arguments.py   what stands behind the name → the Struct of that shortcode, or what is wrong
    values.py      one Struct for each shortcode (shortcode.py: what all have in common)
    calls.py       a shortcode as it stands in the HTML of a body
    embeds.py      addresses of films → where they are watched and played
    placing.py     the marks in the engine's HTML → elements that hold the call

The HTML of a body holds for each an element whose `call` tells its name and its encoded
arguments; `rendering/view/shortcodes.py` puts there what the theme's template makes of it.
"""
