"""Measures Tidemark next to the limits of the machine that it runs on. See ../run."""
