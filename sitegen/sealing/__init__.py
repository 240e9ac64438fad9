"""Private pages as bytes that their readers alone open: keys, what is derived of them, ciphertext.

The construction and its proof stand in ``docs/decisions/private.md``.
"""
