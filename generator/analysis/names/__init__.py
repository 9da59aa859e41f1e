"""Names as one article writes them."""
