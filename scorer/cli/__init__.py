"""The commands: options to pipeline, results to screen and files, exit codes."""
