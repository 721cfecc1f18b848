"""What happens at `python -m whence`? The same as at `whence`."""

from whence.show.cli.main import main

if __name__ == "__main__":
    main()
