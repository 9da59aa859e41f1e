"""What the command's verbs do between the road and the world: talk, run, write docs/, call MkDocs, inspect, check.

Each verb imports its module when it is called: `briefing --help` is to answer at once."""
