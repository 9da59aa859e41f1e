"""Briefing: from a folder of source documents to a cited, searchable briefing website."""
