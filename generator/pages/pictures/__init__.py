"""Charts as static SVG, in a light and a dark version, and social cards: the same bytes for the same brief."""

from .cards import cards
from .gallery import Picture, gallery, pictures

__all__ = ["Picture", "cards", "gallery", "pictures"]
