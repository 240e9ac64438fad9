"""What Apache is told of a site beside its redirects: types, what may be kept, what is missing.

The same stands in docs/publishing.md for sites that keep their own ``.htaccess``; a test compares.
"""

import re

_WHOLE = r"""AddCharset utf-8 .html .css .csv .js .txt .ics .vtt
AddType text/calendar .ics
AddType text/csv .csv
AddType text/vtt .vtt
AddType application/manifest+json .webmanifest
AddType image/avif .avif
AddType font/woff2 .woff2
<FilesMatch "^feed\.xml$">
  ForceType application/atom+xml
</FilesMatch>
<FilesMatch "^rss\.xml$">
  ForceType application/rss+xml
</FilesMatch>
<FilesMatch "^feed\.json$">
  ForceType application/feed+json
</FilesMatch>

Options -Indexes
ErrorDocument 403 {base}/404.html
ErrorDocument 404 {base}/404.html
ErrorDocument 410 {base}/404.html
RedirectMatch 404 ^{pattern}/\.sitegen

<IfModule mod_headers.c>
  Header always set X-Content-Type-Options nosniff
  Header always set Referrer-Policy strict-origin-when-cross-origin
  Header always set Content-Security-Policy "frame-ancestors 'none'"
  # With HTTPS alone, and when you are sure to keep it:
  # Header always set Strict-Transport-Security "max-age=31536000"
  Header set Cache-Control "no-cache"
  <FilesMatch "-[0-9]+-[0-9a-f]{10}\.(avif|webp|jpe?g|png)$|^[a-z]+-[0-9a-f]{10}\.woff2$">
    Header set Cache-Control "public, max-age=31536000, immutable"
  </FilesMatch>
  Header set Cache-Control "public, max-age=31536000, immutable" "expr=%{QUERY_STRING} =~ /^v=/"
</IfModule>

<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/calendar text/javascript image/svg+xml
  AddOutputFilterByType DEFLATE application/javascript application/json application/feed+json
  AddOutputFilterByType DEFLATE application/atom+xml application/rss+xml application/xml text/xml
  AddOutputFilterByType DEFLATE text/csv text/vtt text/plain
  <IfModule mod_headers.c>
    # What went out compressed is known by another mark, which is no file's.
    RequestHeader edit* If-None-Match -gzip\" \"
  </IfModule>
</IfModule>
"""


def htaccess(base_path: str) -> str:
    """Return the file for a site below *base_path*, without redirects."""
    text = _WHOLE.replace("{base}", base_path)
    return text.replace("{pattern}", re.escape(base_path))
