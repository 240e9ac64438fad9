"""Which words are one to a search, in the languages beside French and English."""

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
