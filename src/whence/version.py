"""Which version of Whence is this?"""

__version__ = "0.1.0"
