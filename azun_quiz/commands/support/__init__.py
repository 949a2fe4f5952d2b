"""What the commands share: options, environment, output, and opening the game."""
