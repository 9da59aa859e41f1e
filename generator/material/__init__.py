"""What knows Material for MkDocs and nothing of a briefing: its search, its stylesheets, its markup."""
