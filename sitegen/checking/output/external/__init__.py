"""Links to other hosts, asked for only where `sitegen check --external` says so.

Polite: one request at a time for each host, with a pause; HEAD first; what was answered is kept for
days. Careful: no address that is not public is ever connected to, whatever a name resolves to.
"""
