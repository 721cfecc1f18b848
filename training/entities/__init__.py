"""What is learned of which names are one thing."""
