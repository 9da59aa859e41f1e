"""Names across sources: which mentions are one person, body, place or agreement."""
