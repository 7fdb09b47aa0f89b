"""Learns the tables of ``geoevents.weights`` from our own annotated articles.

Needs the packages of the ``build-data`` group; nothing here runs in the product.
"""
