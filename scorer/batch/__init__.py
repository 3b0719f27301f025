"""A run over many files: who scores them, where results go as they come, and what proves it."""
