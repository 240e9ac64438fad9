"""Partners' news and dates: asked for, read, chosen, cleaned, matched, written as documents."""
