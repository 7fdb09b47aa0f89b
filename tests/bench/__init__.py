"""Benchmarks of the README's figures, each beside its peer: ``python -m tests.bench``."""
