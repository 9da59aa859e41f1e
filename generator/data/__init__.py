"""Data files that ship with the package: the schema of briefing.yml, word lists, small learned weights."""
