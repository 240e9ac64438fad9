"""A drawing that would run code where it is opened is found, however it is written."""

from xml.parsers import expat

import pytest

from sitegen.imaging import drawings
from sitegen.imaging.drawings import code_in

HARMLESS = [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1"><style>a{}</style><a href="https://x.fr"/></svg>',
    '<!DOCTYPE svg [<!ENTITY ns "http://ns.adobe.com/x">]><svg xmlns:x="&ns;"><path d="M0"/></svg>',
    '<?xml-stylesheet type="text/css" href="a.css"?><svg/>',
    '<svg><g only_selected="false" on-x="a"/></svg>',
    '<svg><image href="data:image/png;base64,AA=="/><text>javascript: onload=</text></svg>',
    '<svg><g id="javascript" class="javascript-logo"/></svg>',
    "<svg><title>cut",
    "no picture",
    "",
]
RUNNING = [
    "<svg><script>pwned()</script></svg>",
    '<svg xmlns:s="http://www.w3.org/2000/svg"><s:script href="/x.js"/></svg>',
    "<svg onload='pwned()'/>",
    "<svg><g OnClick = 'pwned()'/></svg>",
    "<svg><a href='javascript:pwned()'/></svg>",
    "<svg><a xlink:href='java&#10;script:pwned()'/></svg>",
    "<!DOCTYPE svg [<!ENTITY a 'javascript'>]><svg><a href='&a;:pwned()'/></svg>",
    "<!DOCTYPE svg [<!ENTITY a '<script>pwned()</script>'>]><svg>&a;</svg>",
    "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'pwned()'>]><svg/>",
    "<svg><set attributeName='href' to='javascript:pwned()'/></svg>",
    "<svg><animate values='x;javascript:pwned()'/></svg>",
    "<svg><foreignObject><iframe srcdoc='x'/></foreignObject></svg>",
    "<?xml-stylesheet type='text/xsl' href='a.xsl'?><svg/>",
    "<svg><script>pwned()</script></svg><cut",
    "<?xml version='1.0' encoding='iso-2022-jp'?><svg/>",
]


@pytest.mark.parametrize("svg", HARMLESS)
def test_what_programs_draw_is_harmless(svg: str) -> None:
    assert code_in(svg.encode()) == ""


@pytest.mark.parametrize("svg", RUNNING)
def test_what_would_run_is_found(svg: str) -> None:
    assert code_in(svg.encode())


def test_code_in_another_encoding_is_found() -> None:
    assert code_in("<svg onload='pwned()'/>".encode("utf-16")) == "onload="


def test_what_grows_too_much_counts_as_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Browsers may have another idea of how much is too much: what stands behind it counts."""

    class Refusing:
        """A parser that has had enough of entities."""

        def Parse(self, *_: object) -> None:  # noqa: N802
            error = expat.ExpatError()
            error.code = drawings._GROWS_TOO_MUCH
            raise error

    monkeypatch.setattr(drawings.expat, "ParserCreate", Refusing)

    assert code_in(b"<svg/>") == "<!ENTITY>"
