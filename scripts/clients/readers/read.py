"""Ask a feed reader that is written in Python for the articles of a feed: JSON.

    python read.py PROGRAM FILE

Runs in the programs' own environment. A list of what each article is: `link`, `title`, `authors`,
`date`, `content` (HTML), `file` (the address of its first enclosure).
"""

import json
import sys
import warnings
from pathlib import Path
from typing import Any

Article = dict[str, Any]


def feedparser(data: bytes) -> list[Article]:
    import feedparser as library

    return [_parsed(entry) for entry in library.parse(data).entries]


def fastfeedparser(data: bytes) -> list[Article]:
    import fastfeedparser as library

    return [_parsed(entry) for entry in library.parse(data).entries]


def _parsed(entry: Any) -> Article:
    contents = entry.get("content") or [{"value": entry.get("summary", "")}]
    enclosures = entry.get("enclosures") or [{}]
    return {
        "link": entry.get("link"),
        "title": entry.get("title"),
        "authors": [author.get("name", "") for author in entry.get("authors", [])],
        "date": entry.get("published"),
        "content": contents[0]["value"],
        "file": enclosures[0].get("href") or enclosures[0].get("url") or "",
    }


def rss2email(data: bytes) -> list[Article]:
    """What a message says: its subject, its sender's name, its body with the enclosures' line."""
    import html
    import re

    import feedparser as library
    from rss2email.feed import Feed

    feed = Feed(name="feed", url="https://example.org/feed.xml", to="a@example.org")
    feed.date_header = True  # else each message has the hour at which it is sent
    parsed = library.parse(data)
    articles = []
    for entry in parsed.entries:
        content = feed._get_entry_content(entry)
        message = feed._process_entry(parsed=parsed, entry=entry)[-1]
        body = message.get_payload(decode=True).decode(message.get_content_charset())
        files = re.findall(r"Enclosure: (\S+)", body)
        articles.append(
            {
                "link": entry.link,
                "title": feed._get_entry_title(entry),
                "authors": [feed._get_entry_name(parsed, entry).partition(": ")[2]],
                "date": feed._get_entry_date(entry),
                "content": html.escape(content["value"]),  # by then it is plain text
                "file": files[0] if files else "",
            }
        )
    return articles


def turbohtml(data: bytes) -> list[Article]:
    """Its entries have no enclosures."""
    from turbohtml import parse_xml

    return [
        {
            "link": entry.link,
            "title": entry.title,
            "authors": [entry.author or ""],
            "date": entry.published,
            "content": entry.content or entry.summary or "",
            "file": None,
        }
        for entry in parse_xml(data.decode()).feed().entries
    ]


PROGRAMS = {
    "feedparser": feedparser,
    "fastfeedparser": fastfeedparser,
    "rss2email": rss2email,
    "turbohtml": turbohtml,
}


def main(program: str, file: str) -> None:
    warnings.simplefilter("ignore")
    print(json.dumps(PROGRAMS[program](Path(file).read_bytes()), default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
