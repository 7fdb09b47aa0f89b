"""Article -> Mentions: everything a text names, with its span, before any decision.

``mentions.extract_mentions`` runs every recogniser over one parse.
"""
