"""Where words stand on a page, to the lines and paragraphs that a person reads there."""
