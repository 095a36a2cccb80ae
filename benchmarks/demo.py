"""`make demo`: the main job on the bundled starter compendium, and where to look at what it gives."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

OUT = Path("out")
SHOWN = "4.1016"


def main() -> None:
    """Read the starter compendium, list its entries, show one."""
    OUT.mkdir(exist_ok=True)
    result = OUT / "starter.jsonl"
    with as_file(files("foedera.knowledge") / "starter" / "compendium.txt") as volume:
        _run("read", str(volume), "-o", str(result))
    _run("list", "--in", str(result))
    _run("show", SHOWN, "--in", str(result))
    print(f"\nThe records are in {result}, one JSON object a line, each value with its evidence.")
    print(f"Look at another entry:     .venv/bin/foedera show 3.1006 --in {result}")
    print("Read a volume of your own: .venv/bin/foedera read FILE… -o volume.jsonl")


def _run(*words: str) -> None:
    print(f"\n$ foedera {' '.join(word if '/' not in word else Path(word).name for word in words)}", flush=True)
    subprocess.run([sys.executable, "-m", "foedera", *words], check=True)


if __name__ == "__main__":
    main()
