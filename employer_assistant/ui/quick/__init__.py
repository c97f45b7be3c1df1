"""The quick check: a first orientation in about ten questions, kept nowhere."""
