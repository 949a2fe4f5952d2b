"""A quiz and learning game about Azerbaijan and the United Nations."""

__version__ = "0.1.0"
