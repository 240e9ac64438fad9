"""What pages may ask about the site, by family: each question is one function, and its answer.

`kind.py` says what a question is; `answering.py` answers all of them, and makes the digests.
"""
