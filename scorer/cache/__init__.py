"""What is kept on disk between runs because making it anew costs time; nothing depends on it."""

from scorer.cache.folder import VARIABLE, find_folder, write_whole
from scorer.cache.regexes import keep_regexes, regex

__all__ = ["VARIABLE", "find_folder", "keep_regexes", "regex", "write_whole"]
