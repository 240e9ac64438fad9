"""Documents brought into one form, and mistakes mended that have one mend. Shows change nothing.

front_matter.py   keys in the order of the model, quotes where YAML needs them
text.py           Markdown by mdformat, shortcodes kept as they are
document.py       both, as far as readers see the same
fixes.py          what `sitegen check` finds, mended where there is one way
files.py          the documents of a site: read, and written again
"""
