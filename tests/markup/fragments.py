"""Pieces of Markdown, well formed and broken, from which tests make documents."""

from hypothesis import strategies as st

PIECES = (
    "un mot", "l'eau", " ", "  \n", "\n", "\n\n", "    ", "\t", "*", "**", "***", "_", "__", "`",
    "``", "```\n", "```python\n", "~~~\n", "~~", "[", "]", "(", ")", "![", "](a.md)", "](../b.md#c)",
    '](c.jpg "T : « t »")', "[un][r]", "[r]", "\n[r]: d.md 'Titre'\n", "[^1]", "\n[^1]: Note ?\n",
    "{.a}", "{: #b .c lang=en}", '{credit="X"}', "{", "}", "[smart city]{lang=en}", "<b>", "</b>",
    "<div>\n", "</div>\n", "<p>", "<pre>", "<code>", "</code>", "<script>", "</script>", "<!--", "-->",
    "<https://a.fr/?b;c>", "<a@b.fr>", "<img src=e.jpg alt=''>", '<a href="f.md" id=g>', "</a>", "<",
    ">", "&", "&amp;", "&nbsp;", "&#233;", "&copy", ";", ":", " :", "!", " ?", "«", "»", "« ", "...",
    "34 228", "12%", "\\", "\\*", "\\\n", "# ", "## Titre ", "\n===\n", "\n---\n", "- ", "* ", "1. ",
    "> ", "| a | b |\n|---|--:|\n| 1 | 2 |\n", "|", "Terme\n:   Sens\n", "\n:   ", "^", "\x00",
    "\x02", "\x0e", "\x0f", "\x0eo0\x0f", "\x1d", "\r\n", "sitegen:", 'href="sitegen:x"', "klzzwxh:0000", "é", "🎉", "\u202f",
    "\n:::\n", "\n::: alert\n", "\n::: quote speaker=Ana\n", "\n::: gallery\n![a](b.jpg)\n:::\n",
    "\n::: figures\n- 12 : mots\n:::\n", "\n::: figure a.jpg alt=b\n", "\n::: contact presse\n",
    "\n::: events\n", "\n::: ", "</sitegen-shortcode>", '<sitegen-shortcode call="quote sitegen:gA">',
)  # fmt: skip

TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
"""Documents that use the syntax in every order."""

ARTICLE = """\
Le Forum s'est tenu les 2 et 3 mars 2022 à Nantes[^1]. Il a réuni 850 participants : élus, agents…

## Vingt propositions, *cinq* priorités {#propositions .grand}

Voir [le programme](../agenda/forum.md#ateliers "Le *programme*") et <https://example.org/?a=1&b=2>,
ou **écrire** à <presse@example.org> ; `sitegen build` & `x < y` \\*sans\\* effet.
{: .lead}

![La salle](salle.jpg "La salle : pleine !"){credit="Ville" width=800}

- former les élus,
    - et les _agents_ ;
    - et `les autres` !
- ouvrir les données_utiles_ [smart city]{lang=en}

1. un
2. deux

| Catégorie | Dossiers |
|-----------|---------:|
| Inclusion | 42 |
| *Données* | `31` |

> « Encore faut-il que chacun s'en saisisse. »
>
> Une élue

```python
print("*a* [b](c) {.d}")  # l'eau ?
```

Terme
:   Définition **forte**

<div class="note">
<p>Brut &amp; net</p>
</div>

Une fin&nbsp;: [un][r], ![deux][r], [r], ~~barré~~ et __gras__ <em>brut</em>.  
Dernière ligne ***très forte*** *à **emboîter** ici*.

[r]: https://example.org/r "Titre"
[^1]: Une *note*.
"""
