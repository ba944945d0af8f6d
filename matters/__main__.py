"""`python -m matters` is the command `matters`."""

from matters.cli import main

main()
