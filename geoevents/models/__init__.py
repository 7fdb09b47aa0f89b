"""Values that pass between stages: frozen, plain Python, no I/O."""
