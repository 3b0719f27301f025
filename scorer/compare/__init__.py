"""Reports beside each other: text that several share, and one town over two years."""
