"""Who one article says that its words go back to."""
