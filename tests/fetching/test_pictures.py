"""Pictures come in if that is asked for, with their credit."""

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


def test_a_picture_that_cannot_be_had_is_told_and_the_text_comes(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news", "pictures: true")))
    partners.says("/fil", feed(partners, "/salle.jpg"))
    partners.says("/salle.jpg", "<!DOCTYPE html>")

    report = bring(site, partners)

    assert told(report) == ["source-picture"]
    assert report.diagnostics[0].values["reason"] == "it is no picture for the web"
    assert "image" not in fetched(site)["fil/du-neuf.md"]


def test_no_picture_is_asked_for_unless_that_is_said(site: SiteFolder, partners: Partners) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news")))
    partners.says("/fil", feed(partners, "/salle.jpg"))

    bring(site, partners)

    assert [request.path for request in partners.asked] == ["/fil"]
