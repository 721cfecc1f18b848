"""The conductor: order, batches, resuming."""
