"""`make torture`: a command is killed, or the system refuses it something, at every place where it touches the disk."""
