"""Pictures come in if that is asked for, with their credit."""

import json
import time

import pytest

from tests.fetching.partners import Partners, bring, fetched, item, rss, settings, source, told
from tests.imaging.pictures import photograph
from tests.support import SiteFolder


def feed(partners: Partners, name: str) -> str:
    enclosure = f"<enclosure url='{partners.url(name)}' type='image/jpeg' length='1'/>"
    return rss(item("1", "Du neuf", more=enclosure), item("2", "Sans image"))


def test_a_picture_stands_beside_its_text_with_its_credit(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news", "pictures: true")))
    partners.says("/fil", feed(partners, "/salle.php"))
    picture = photograph()
    partners.says("/salle.php", picture)

    bring(site, partners)

    text = fetched(site)["fil/du-neuf.md"]
    assert "image:\n  src: du-neuf.jpg\n  alt: ''\n  credit: Le partenaire\n" in text
    assert (site.root / "content/_fetched/fil/du-neuf.jpg").read_bytes() == picture
    built = site.build()
    assert built.diagnostics == []
    assert (site.output / "_fetched/fil/du-neuf.jpg").exists()


@pytest.mark.parametrize("kind", ["RSS", "JSON Feed"])
def test_a_picture_has_the_words_and_the_name_that_its_source_gives_it(
    kind: str, site: SiteFolder, partners: Partners
) -> None:
    """Media RSS has an element for who made it, sitegen's JSON Feed a key. In the text nothing is
    left of it, and no summary stands twice."""
    site.write("site.yaml", settings(
        fil=source(partners.url("/fil"), "news", "pictures: true", "consent: oui"),
    ))  # fmt: skip
    url = partners.url("/salle.jpg")
    text = f'<figure><img src="{url}" alt="La salle, l&#39;été"><figcaption>La salle – Photo : '
    text += "Ana Lévy</figcaption></figure>\n<p><strong>En bref.</strong></p>\n<p>Un mot.</p>"
    if kind == "RSS":
        media = f'<media:content url="{url}" type="image/jpeg" medium="image">'
        media += '<media:credit role="photographer">Ana Lévy</media:credit></media:content>'
        summary = "<description>En bref.</description>"
        feed = rss(item("1", "Du neuf", text=text, more=summary + media))
        feed = feed.replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ', 1)
    else:
        entry = {"id": "1", "title": "Du neuf", "content_html": text, "image": url}
        entry |= {
            "summary": "En bref.",
            "url": "https://partenaire.example/1",
            "_sitegen": {"image_credit": "Ana Lévy"},
        }
        version = "https://jsonfeed.org/version/1.1"
        feed = json.dumps({"version": version, "title": "Le fil", "items": [entry]})
    partners.says("/fil", feed)
    partners.says("/salle.jpg", photograph())

    bring(site, partners)

    text = fetched(site)["fil/du-neuf.md"]
    assert "  src: du-neuf.jpg\n  alt: La salle, l'été\n  credit: Ana Lévy\n" in text
    assert "summary: En bref.\n" in text
    assert text.endswith("---\n\nUn mot.\n")


def test_a_picture_that_cannot_be_had_is_told_and_the_text_comes(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news", "pictures: true")))
    addresses = {
        "page": partners.url("/salle.jpg"), "prive": partners.url("/a.jpg", "prive.example"),
        "perdu": "http://perdu.example:1/a.jpg", "rien": partners.url("/rien.jpg"),
        "gros": partners.url("/gros.jpg"),
    }  # fmt: skip
    told_there = rss(*(
        item(key, f"Du neuf {key}", more=f"<enclosure url='{url}' type='image/jpeg' length='1'/>")
        for key, url in addresses.items()
    ))  # fmt: skip
    partners.says("/fil", told_there)
    partners.says("/salle.jpg", "<!DOCTYPE html>")
    partners.says("/gros.jpg", photograph() + b"x" * (12 << 20))

    report = bring(site, partners)

    told_of = {str(each.values["url"]): str(each.values["reason"]) for each in report.diagnostics}
    assert sorted(told(report)) == [*["source-picture"] * 4, "source-too-large"]
    assert {key: told_of[url] for key, url in addresses.items()} == {
        "page": "it is no picture for the web",
        "prive": "its address is one of a private network",
        "perdu": "Connection refused",
        "rien": "HTTP 404",
        "gros": "it is larger than 12 MB",
    }
    assert len(fetched(site)) == 5
    assert not any("image" in text for text in fetched(site).values())
    partners.says("/fil", f"{told_there} ")
    assert told(bring(site, partners)) == ["source-picture"] * 4, "the large one is told once"


def test_no_picture_is_asked_for_unless_that_is_said(site: SiteFolder, partners: Partners) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news")))
    partners.says("/fil", feed(partners, "/salle.jpg"))

    bring(site, partners)

    assert [request.path for request in partners.asked] == ["/fil"]


def test_a_host_that_does_not_answer_holds_no_fetch_up_for_hours(
    site: SiteFolder, partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of two hundred pictures would be waited for a minute; the next fetch goes on."""
    monkeypatch.setattr("sitegen.network.conditional.PATIENCE", 0.05)
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news", "pictures: true")))
    names = [f"/{number}.jpg" for number in range(5)]
    partners.says("/fil", rss(*(
        item(name, f"Du neuf {name}", more=f"<enclosure url='{partners.url(name)}' "
             "type='image/jpeg' length='1'/>")
        for name in names
    )), ETag='"1"')  # fmt: skip
    for name in names:
        partners.speaks(name, lambda _handler: time.sleep(0.2))

    report = bring(site, partners)

    assert [str(each.values["reason"]) for each in report.diagnostics] == [
        "it does not answer in time"
    ] * 5
    assert [request.path for request in partners.asked] == ["/fil", *names[:3]]
    assert len(fetched(site)) == 5
    for name in names:
        partners.says(name, photograph())
    assert bring(site, partners).outcomes["fil"].changed == 5, "though the feed is the same"
