"""Fetching a page at a person's word: the one room that talks to a network, and only `briefing add URL` asks it to."""

from .fetch import Bounds, Fetched, Fetcher

__all__ = ["Bounds", "Fetched", "Fetcher"]
