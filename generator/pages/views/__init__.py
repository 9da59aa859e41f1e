"""What templates print on more than one page: frozen values of escaped text, made from the brief for one page."""
