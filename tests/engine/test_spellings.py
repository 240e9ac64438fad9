"""Which words are one to a search, in the languages beside French and English."""

import re

import pytest

from sitegen.engine.search.index_files import _SPELLINGS
from sitegen.engine.search.spelling import completed, splitter


@pytest.mark.parametrize(
    ("language", "alike", "apart"),
    [
        ("es", "acto actos|ciudad ciudades|luz luces|noche noches|reunión reuniones",
         "mes más|caso casa|país paso"),
        ("pt", "ato atos|reunião reuniões|jornal jornais|jovem jovens|flor flores",
         "caso casa|mês mas"),
        ("it", "evento eventi l’evento dell’evento|sala sale|servizio servizi|luogo luoghi|città",
         "corte conte"),
        ("ca", "acte actes l’acte|casa cases|reunió reunions|museu museus", "mes mas|dia dos"),
        ("oc", "eveniment eveniments l’eveniment|plaça plaças|reünion reünions", "mes mas"),
        ("co", "evenimentu evenimenti l’evenimentu|sala sale", "casa corsu"),
        ("de", "Termin Termine Terminen|Haus Häuser Hauses|Auto Autos|Verein Vereine", "Rat Rad"),
        ("nl", "evenement evenementen|auteur auteurs|agenda agenda’s|zaal zalen|brief brieven",
         "man maand"),
        ("br", "pennad pennadoù|miz mizioù|disoc’h", "mor mar"),
        ("eu", "ekitaldi ekitaldia ekitaldiak|udal udala", "hiri herri"),
    ],
)  # fmt: skip
def test_plurals_and_elisions_are_one_word(language: str, alike: str, apart: str) -> None:
    words = splitter(completed(_SPELLINGS[language]))

    for group in alike.split("|"):
        spellings = {tuple(word for word in words(word) if len(word) > 1) for word in group.split()}
        assert len(spellings) == 1, spellings
        assert len(next(iter(spellings))) == 1, spellings
    for group in apart.split("|"):
        assert len({tuple(words(word)) for word in group.split()}) == 2


@pytest.mark.parametrize("language", _SPELLINGS)
def test_a_rewrite_wants_a_sign_or_a_digit_before_a_letter(language: str) -> None:
    """So a word with signs after it is not rewritten by the index, which looks for none there."""
    words = ("", "s", "e", "qu", "elu", "elus", "elue", "agenda", "presqu", "h", "co", "un", "sant")
    signs = ("", "'", "''", "\u00b7", ".", "-", "(", ")", ":", ",", "('", ".-", "...", ")-'", "@/")
    pieces = [word + sign + other for word in words for sign in signs for other in signs]

    for expression, by in completed(_SPELLINGS[language]).rewrites:
        rewritten = re.compile(expression).sub(re.sub(r"\$(\d)", r"\\g<\1>", by), "\n".join(pieces))
        assert rewritten.split("\n") == pieces
