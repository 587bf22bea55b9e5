"""Run the command line: ``python -m asreported``."""

from asreported.cli import run

if __name__ == "__main__":
    run()
