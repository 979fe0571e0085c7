"""`python -m yoy`."""

import sys

if __name__ == "__main__":
    try:
        from yoy.cli.main import main

        main()
    except KeyboardInterrupt:  # before the command line could say so itself
        sys.exit(130)
