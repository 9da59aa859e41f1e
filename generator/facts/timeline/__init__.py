"""Dated events across sources."""
