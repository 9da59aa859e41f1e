"""Date expressions of one article."""
