"""The guided questions: our own path, one page per fact, an editor per kind of answer."""
