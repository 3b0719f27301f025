"""Files in the formats that towns send, made for tests."""
