"""Codes of other programs that a text may still have when it comes from them. Values alone."""

import re

_WORDPRESS = (
    "audio|button|caption|column|contact-form(?:-7)?|embed|formidable|gallery|gravityforms?|mc4wp_form|playlist"
    r"|ninja_forms?|quote|row|rev_slider|video|vimeo|wpforms|youtube|et_pb_\w+|su_\w+|vc_\w+|elementor-\w+"
)
_EMOJI = r"(?<![\w:/]):(?:[a-z]{3,}(?:_[a-z0-9]+)*|\+1|-1):(?![\w:/])"
_ADMONITION = (
    "attention|bug|caution|danger|error|example|failure|hint|important|info|note|question|quote|seealso"
    "|success|tip|todo|warning"
)
FOREIGN = re.compile(
    r"\{\{\{[^{}\n]+\}\}\}"  # SPIP: a heading
    r"|\{\{.*?\}\}|\{%.*?%\}"  # Hugo, Jekyll, Jinja, Mustache
    rf"|\[/(?:{_WORDPRESS})\]|\[(?:{_WORDPRESS})(?:[ =][^\]]*)?\](?!\(|\[|:)"
    r"|!?\[\[[^\[\]\n]+\]\](?!\()"  # wikis, Obsidian, SPIP's notes, Drupal's media
    r"|\[[^\[\]\n]*->[^\[\]\n]*\]"  # SPIP: a link
    r"|^[ ]*\[(?:TOC|toc)\][ ]*$|^\{:toc\}"
    rf"|^[ ]*(?:!!!|\?\?\?\+?)[ ](?:{_ADMONITION})\b[^\n]*"  # Python-Markdown, MkDocs
    r"|(?<=>[ ])\[!\w+\][+-]?"  # GitHub, Obsidian
    rf"|{_EMOJI}",
    re.DOTALL | re.MULTILINE,
)
"""What of other generators, content management systems and wikis readers would see as it stands."""
FOREIGN_SIGNS = ("{{", "{%", "[", ":", "!!!", "???")
"""One of them stands in each."""
