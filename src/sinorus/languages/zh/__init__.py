"""The data of Chinese."""
