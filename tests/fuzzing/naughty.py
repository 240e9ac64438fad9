"""Texts that break programs, each with words that readers must see again, and how they should."""

import re
import unicodedata

from sitegen.markup.typography import space_french

NAUGHTY = {
    "quotes": "“a” „b“ 'c' \"d\" «e» `f` ‘g’",
    "end of a script": "Fin </script><script>alert(1)</script> de script",
    "end of a title": "Un </title></h1></textarea></style> titre",
    "end of CDATA": "Avant ]]> après <![CDATA[ dedans",
    "comment": "Un <!-- commentaire --> et --!> la suite",
    "tags": "a < b > c <b>gras</b> <img src=x onerror=alert(1)>",
    "attribute": 'x" onmouseover="alert(1)" y=\'z',
    "entities": "&amp; &lt;b&gt; &eacute; &#60; &nbsp; &copy AT&T ?a=1&copy=2",
    "calendar": r"\N \n \; \, \\ C:\News; a,b;c",
    "calendar's lines": "Un\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:faux",
    "header": "Un\r\nSet-Cookie: a=b\r\n\r\ncorps",
    "jinja": "{{ 7*7 }} {% raw %} {# rien #} {% endtrans %}",
    "formats": "%s %(x)s %d %% {0} {} {x!r} $x ${y} 100 %",
    "NUL and controls": "a\x00b\x01c\x08d\x0be\x1bf\x7fg\x85h\x9fi",
    "byte order mark": "\ufeffmarque \ufeff d’ordre\ufeff",
    "directions": "a \u202egauche\u202c \u2066isolé\u2069 \u200edroite\u200f",
    "no width": "zé\u200bro \u200clar\u200dgeur \u2060mot\u00adcoupé",
    "combining": "e\u0301te\u0301 z\u0351\u036b\u0343\u036a\u0302a\u0302\u0308\u0323lgo",
    "emoji": "Famille 👨‍👩‍👧‍👦 drapeau 🇫🇷 pouce 👍🏽 cœur ❤️",
    "beyond the plane": "𝒜stral 𠜎 𐍈 \U0010fffd",
    "no characters": "a\ufffeb\uffffc\ufdd0d",
    "separators": "ligne\u2028puis\u2029paragraphe",
    "spaces": "a\u00a0b\u202fc\u2009d\u3000e\u205ff",
    "tabs and lines": "a\tb\nc\n\nd",
    "word no": "no",
    "word null": "~",
    "word hexadecimal": "0x1F",
    "word exponent": "1e3",
    "word truth": "true",
    "word octal": "0o17 01000",
    "word infinity": ".inf",
    "word time": "14:30",
    "YAML": "- [a, b]: {c: d} # e | > ! & * @",
    "up": "../../etc/passwd",
    "up encoded": "%2e%2e%2f%2e%2e%2fetc",
    "device": "con",
    "dot": ".",
    "dots": "..",
    "folders": "a/b\\c",
    "long": "x" * 300,
    "many words": "mot " * 74 + "fin",
    "SQL": "'; DROP TABLE pages; --",
    "right to left": "مرحبا بالعالم 123 (عربي)",
    "Hebrew": "שלום עולם, abc!",
    "Chinese": "田中さんにあげて下さい",
    "French": "« Quoi ? » : l'été, 12 345 €, n° 2, M. Dupont ; 50 % !",
    "Markdown": "*a* **b** _c_ [d](e) ![f](g) `h` # i\n- j",
    "shortcode": "::: video x",
    "address": "https://example.org/?a=1&b=2#c javascript:alert(1)",
    "mail": "mailto:a@example.org?subject=x&body=y",
    "Turkish": "İstanbul ıŞIK ǅ ß ﬁn",
    "punctuation": "!!! ??? ... ;:,",
    "at": "@a #b",
    "formula": "=1+1 +2 -3 @SUM(A1)",
}

DROPPED = {*range(0x20), *range(0x7F, 0xA0), 0xFEFF, *range(0xFDD0, 0xFDF0)} - {9, 10}
DROPPED |= {plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF)}


def expected(text: str, *, french: bool = False) -> str:
    """Return what readers find of *text*, wherever it stands: the documented cleaning, by hand.

    NFC; no control characters; line ends are LF; nothing around it; French spaces where a French
    site sets texts (*french*). White space is folded, as a browser does, except no-break spaces.
    """
    text = unicodedata.normalize("NFC", re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text))
    text = "".join(sign for sign in text if ord(sign) not in DROPPED).strip()
    return folded(space_french(text) if french else text)


def folded(text: str) -> str:
    """Return *text* with each run of breakable white space as one space, none at its ends."""
    return re.sub("[ \t\n\r\f]+", " ", text).strip(" ")


def yaml_text(text: str) -> str:
    """Return *text* between YAML's double quotes: what is not plain is escaped (YAML §5.7)."""

    def escaped(sign: str) -> str:
        code = ord(sign)
        if sign in '"\\':
            return f"\\{sign}"
        if sign.isprintable() and unicodedata.is_normalized("NFC", sign):
            return sign
        return f"\\x{code:02x}" if code < 256 else f"\\U{code:08x}"

    return '"' + "".join(map(escaped, text)) + '"'
