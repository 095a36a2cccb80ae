"""`python -m foedera` is the command `foedera`."""

from foedera.cli import main

if __name__ == "__main__":
    main()
