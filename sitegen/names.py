"""Names in a site's folder that several layers speak of."""

SITE_FILE = "site.yaml"
STATE_FOLDER = ".sitegen"
SEARCH_FOLDER = "pagefind/"
"""Where the search index stands below the output."""
IMAGES_FOLDER = "images"
"""In the state's folder: images that were made."""

DOCUMENTATION = "https://sitegen.example.org/"
"""Where the documentation is published (the `url` of docs/site.yaml)."""
