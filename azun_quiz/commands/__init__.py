"""The commands, one module each: ``add`` declares the options, ``run`` does the work."""
