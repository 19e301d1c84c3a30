"""The command line. Floor 6; one module for each command."""
