AUTHOR = "Banc d’essai"
SITENAME = "Banc d’essai"
SITEURL = "https://bench.example.org"
PATH = "content"
THEME = "theme"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
DEFAULT_PAGINATION = 20
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
MARKDOWN = {
    "extensions": [
        "markdown.extensions.tables",
        "markdown.extensions.footnotes",
        "markdown.extensions.attr_list",
        "markdown.extensions.meta",
    ]
}
# By default page 2 of `sujet 4` and page 1 of `sujet 42` are one file.
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{name}/page/{number}{extension}", "{name}/page/{number}{extension}"),
)
