"""What it costs and how well it does: programs that print figures. None of them is a test."""
