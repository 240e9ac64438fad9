"""The committed list of addresses that readers know, and what has become of them."""
