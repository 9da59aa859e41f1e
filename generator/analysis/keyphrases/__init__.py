"""The phrases that tell what one article is about."""
