"""What changed within passages that belong together."""
