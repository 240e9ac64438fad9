"""Mistakes within one page, beside what an independent parser (html5lib) says of the same page."""

import html5lib
import pytest

from tests.checking.output.support import found_in, page


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a<div>b</p></div>", [("html-stray-tag", 3, 11)]),
        ("<b><i>x</b></i>", [("html-unclosed", 3, 4), ("html-stray-tag", 3, 12)]),
        ("<table><tr><p>x</table>", [("html-moved", 3, 12)]),
        ("<ul><li>a</ul></ul>", [("html-stray-tag", 3, 15)]),
        ("é<p>texte<span>x</p>", [("html-unclosed", 3, 10)]),
        ("<div>\n<div>a</div>", [("html-unclosed", 3, 1)]),
        ("<tr>", [("html-stray-tag", 3, 1)]),
        ("<a href='#'>x<a href='#'>y</a>", [("html-unclosed", 3, 1)]),
        ("<form><form></form>", [("html-stray-tag", 3, 7)]),
        ('<img alt="" alt="b">', [("html-syntax", 3, 16)]),
        ("<p>&nosuch;", [("html-syntax", 3, 11)]),
        ("<!-- a --!>", [("html-syntax", 3, 11)]),
    ],
)
def test_a_tag_that_does_not_nest_is_found_where_it_stands(
    body: str, expected: list[tuple[str, int, int]]
) -> None:
    assert found_in(body) == expected
    assert html5lib_errors(body)


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>a<li>b</ul><dl><dt>a<dd>b</dl><p>a<p>b<hr>",
        "<table><caption>x<tr><th>a<td>b<tr><td>c</table>",
        "<select><optgroup label=a><option>b<option>c</select>",
        "<svg viewBox='0 0 1 1'><path d='M0'/><g><use href='#a'/></g><a id=a></a></svg>",
        "<math><mi>x</mi><mo/></math>",
        "<template><td>y</td></template><template><li>x</template>",
        "<p>5 < 6 and <!-- </div> <b> --> <br>",
        "<script type=module>const a = '</div><b>'</script>",
        "<textarea></div></textarea><pre>\n<b>x</b></pre>",
        "<noscript><img src='data:,' alt=''></noscript>",
    ],
)
def test_what_the_standard_allows_is_not_found(body: str) -> None:
    assert [finding for finding in found_in(body) if "syntax" not in finding[0]] == []


def html5lib_errors(body: str) -> list[object]:
    parser = html5lib.HTMLParser()
    parser.parse(page(body))
    return list(parser.errors)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p id=a><p id=b><p id=a>", "duplicate-id"),
        ("<label for=champ>x</label>", "reference-without-id"),
        ("<nav aria-labelledby='titre'></nav>", "reference-without-id"),
        ("<h2 id=a>x</h2><nav aria-labelledby='a titre'></nav>", "reference-without-id"),
        ("<button aria-controls=menu>x</button>", "reference-without-id"),
        ("<table><tr><td headers=h1>x</table>", "reference-without-id"),
        ("<input list=villes>", "reference-without-id"),
        ('<script type="application/ld+json">{"a": }</script>', "json-ld-syntax"),
    ],
)
def test_ids_that_are_twice_or_not_there_are_found(body: str, code: str) -> None:
    assert [finding[0] for finding in found_in(body)] == [code]


def test_ids_that_are_there_once_are_well() -> None:
    body = (
        "<h2 id=titre>x</h2><nav aria-labelledby=titre></nav><label for=champ>x</label>"
        "<input id=champ list=villes><datalist id=villes></datalist>"
        "<template><p id=titre><label for=autre></label></template>"
    )

    assert found_in(body) == []
