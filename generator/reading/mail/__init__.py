"""Mails: their parts, the mail that one passes on, and what their headers say."""
