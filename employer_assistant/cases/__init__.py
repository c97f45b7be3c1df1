"""A case, the commands that change it, and what changed. Pure: no Qt, no files, no clock."""
