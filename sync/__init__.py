"""The sync engine: changes travel in order, once, and everyone converges."""
