"""Read pages with an extractor of press monitoring that is written in Python: a JSON line for each.

    python extract.py TOOL FOLDER PATH…        (paths of pages, below FOLDER)

Runs in the tools' own environment. A line holds `page`, `title`, `authors`, `date` (a day), `text`;
null stands for what the tool does not look for.
"""

import json
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

Reading = dict[str, Any]
ADDRESS = "https://example.org/"


def trafilatura(html: str, url: str) -> Reading:
    from trafilatura import bare_extraction

    article = bare_extraction(html, url=url, with_metadata=True)
    if article is None:
        return reading("", [], "", "")
    return reading(article.title, (article.author or "").split(";"), article.date, article.text)


def newspaper4k(html: str, url: str) -> Reading:
    from newspaper import Article

    article = Article(url, fetch_images=False, language="fr")
    article.download(input_html=html)
    article.parse()
    return reading(article.title, article.authors, article.publish_date, article.text)


def goose3(html: str, url: str) -> Reading:
    from goose3 import Goose

    with Goose({"enable_image_fetching": False, "strict": False}) as goose:
        article = goose.extract(url=url, raw_html=html)
    return reading(article.title, article.authors, article.publish_date, article.cleaned_text)


def readability_lxml(html: str, url: str) -> Reading:
    from lxml.html import document_fromstring
    from readability import Document

    document = Document(html, url=url)
    text = document_fromstring(document.summary()).text_content()
    return reading(document.short_title(), [], "", text) | {"authors": None, "date": None}


def turbohtml(html: str, _: str) -> Reading:
    import turbohtml as library

    article = library.parse(html).article()
    return reading(article.title, [article.byline or ""], article.date, article.text)


TOOLS: dict[str, Callable[[str, str], Reading]] = {
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "goose3": goose3,
    "readability-lxml": readability_lxml,
    "turbohtml": turbohtml,
}


def reading(title: Any, authors: list[str], date: Any, text: Any) -> Reading:
    names = [name.strip() for name in authors if name.strip()]
    return {
        "title": title or "",
        "authors": names,
        "date": str(date or "")[:10],
        "text": text or "",
    }


def main(tool: str, folder: str, *paths: str) -> None:
    warnings.simplefilter("ignore")
    for path in paths:
        html = (Path(folder) / path).read_text(encoding="utf-8")
        url = ADDRESS + path.removesuffix("index.html")
        print(json.dumps({"page": path} | TOOLS[tool](html, url)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
