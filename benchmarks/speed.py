"""`make bench`: how fast volumes are read, each run in a process of its own, beside the simple reader."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.reference import read_pages
from benchmarks.tables import print_table
from foedera.parsing import parse
from foedera.reading import read_bytes
from tests.forge import big_volume

VOLUMES = (1, 2, 4, 8)
PAGES = 640


def main() -> None:
    """Read 1, 2, 4 and 8 forged volumes of 640 pages with one process and with two."""
    volume = big_volume(PAGES)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in VOLUMES:
            file = Path(folder) / f"{count}.txt"
            file.write_text("\f".join([volume.text] * count), encoding="utf-8")
            size = file.stat().st_size / 1e6
            for jobs in (1, 2):
                seconds, cpu, peak = _timed(
                    "read", str(file), "-o", str(file.with_suffix(".jsonl")), "--jobs", str(jobs)
                )
                rows.append(
                    (f"{count * PAGES} pages", str(jobs), f"{size:.1f}", f"{seconds:.2f}", f"{cpu:.2f}",
                     f"{size / seconds:.2f}", f"{peak:.0f}")
                )  # fmt: skip
    heads = ("volume", "jobs", "MB", "wall s", "cpu s", "MB/s", "peak MB")
    print_table("foedera read, whole process", heads, rows)
    for reading in ("first", "second"):
        start = time.process_time()
        entries = sum(1 for _ in parse(read_bytes(volume.text.encode(), "volume.txt")))
        spent = time.process_time() - start
        rate = len(volume.text.encode()) / 1e6 / spent
        print(
            f"read + mended + parsed in process, {reading} time: {entries} entries, {spent:.2f} s cpu, {rate:.2f} MB/s"
        )
    start = time.perf_counter()
    read_pages(volume.pages)
    spent = time.perf_counter() - start
    print(f"\nsimple reader, 640 pages, in process: {spent:.2f} s, {len(volume.text) / 1e6 / spent:.2f} MB/s")


def _timed(*words: str) -> tuple[float, float, float]:
    """Wall seconds, processor seconds of it and its children, peak memory in MB of the largest process."""
    script = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,stderr=subprocess.DEVNULL);"
    script += "u=resource.getrusage(resource.RUSAGE_CHILDREN);print(u.ru_utime+u.ru_stime,u.ru_maxrss)"
    start = time.perf_counter()
    out = subprocess.run(
        [sys.executable, "-c", script, sys.executable, "-m", "foedera", *words],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    kilo = 1024 if sys.platform != "darwin" else 1024 * 1024
    return time.perf_counter() - start, float(out[0]), float(out[1]) / kilo


if __name__ == "__main__":
    main()
