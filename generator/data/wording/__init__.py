"""What the pages say beside their sources’ own words, a file a language."""
