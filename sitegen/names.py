"""Names in a site's folder that several layers speak of."""

SITE_FILE = "site.yaml"
STATE_FOLDER = ".sitegen"
MARKER = ".sitegen"
"""The file that says that a folder is sitegen's to rewrite."""
CONTENT = "content"
"""How the content is called within sitegen, and its folder unless `content:` names another."""
ARCHETYPES = "archetypes"
"""The folder of what a site's own new documents are made from."""
NOT_CONTENT = (SITE_FILE, "themes", ARCHETYPES)
"""What stands beside the documents where the site's own folder holds them."""
SEARCH_FOLDER = "pagefind/"
"""Where the search index stands below the output."""
IMAGES_FOLDER = "images"
"""In the state's folder: images that were made."""

DOCUMENTATION = "https://sitegen.example.org/"
"""Where the documentation is published (the `url` of docs/site.yaml)."""
