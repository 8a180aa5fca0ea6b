"""What the customer thinks of the service (VIS-11)."""

BEST_SCORE = 5
"""The scale of the rating on the wire: 1 is the worst."""
