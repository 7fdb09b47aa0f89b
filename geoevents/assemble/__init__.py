"""Mentions + Resolutions -> Reports -> Events.

``reports.assemble_reports`` says what one article tells; ``told.tell`` makes each
report an event of its own; ``merge.merge_events`` joins what is one and the same.
"""
