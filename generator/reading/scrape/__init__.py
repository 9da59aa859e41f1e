"""Plain-text scrapes: which lines are the article."""
