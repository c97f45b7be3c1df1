"""Run the app as ``python -m employer_assistant``."""

import sys

from employer_assistant.cli import main

if __name__ == "__main__":
    sys.exit(main())
