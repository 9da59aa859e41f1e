"""Which statements of different sources say the same."""
