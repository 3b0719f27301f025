"""The register: the bodies that owe a report, and which of them have sent one."""

from scorer.register.call import call_roll
from scorer.register.load import load_register
from scorer.register.model import Body, Register

__all__ = ["Body", "Register", "call_roll", "load_register"]
