"""Putting the parts together: content, workspace and the one controller that runs a command, saves, then tells the screens."""

from __future__ import annotations
