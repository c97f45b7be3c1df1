"""What if: other answers, route or procedure tried beside the case, and kept as variants."""
