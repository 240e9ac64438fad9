"""Files by which web hosts lead on from former addresses."""
