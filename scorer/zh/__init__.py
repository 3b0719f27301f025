"""Chinese text as such: numerals, printed dates, traditional characters."""
