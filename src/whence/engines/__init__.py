"""Network, clock and model weights, behind the ports."""
