"""Bytes of one kind of file to its words: a reader a format, and what tells formats apart."""
