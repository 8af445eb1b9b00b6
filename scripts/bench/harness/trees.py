"""Importing trees of many small files."""

import os
import statistics
import subprocess
import sys
import tarfile
import time

from . import processes
from .load import new_run
from .servers import ROOT, USER

PER_DIRECTORY = 1_000
SIZE = 1_024
AIM = 5_000


def archive(out, files, per_directory=PER_DIRECTORY, size=SIZE):
    """A tar archive of so many files, so many to a directory or without any for 0; no content comes twice."""
    for i in range(files):
        name = f"f{i:07d}.txt"
        if per_directory:
            name = f"d{i // per_directory:05d}/{name}"
            if i % per_directory == 0:
                directory = tarfile.TarInfo(name.split("/")[0])
                directory.type = tarfile.DIRTYPE
                out.write(directory.tobuf())
        file = tarfile.TarInfo(name)
        file.size, file.mtime = size, 1_600_000_000
        out.write(file.tobuf())
        out.write(os.urandom(size).ljust(-(-size // tarfile.BLOCKSIZE) * tarfile.BLOCKSIZE, b"\0"))
    out.write(bytes(2 * tarfile.BLOCKSIZE))


def importing(tidemark, collection, source):
    """An import of an archive that has begun."""
    return subprocess.Popen([ROOT / "scripts/import", "--quiet", "--user", USER, tidemark.url + collection, "-"],
                            stdin=source, env={**os.environ, "TIDEMARK_PASSWORD": USER})


def imported(process, collection):
    """Waits for the end of an import."""
    if process.wait():
        sys.exit(f"bench: the import into {collection} ended with {process.returncode}")


def send(tidemark, collection, path):
    """Imports an archive; the seconds that it took."""
    start = time.monotonic()
    with open(path, "rb") as archived:
        imported(importing(tidemark, collection, archived), collection)
    return time.monotonic() - start


def load(tidemark, collection, files, per_directory=0, size=32):
    """Imports so many small files, which are on no disk here; answers the collection."""
    print(f"    loading {files:,} files into {collection}", file=sys.stderr)
    process = importing(tidemark, collection, subprocess.PIPE)
    with process.stdin as out:
        archive(out, files, per_directory, size)
    imported(process, collection)
    return collection


def run_import(options, tidemark, report):
    """At least 5,000 small files a second, in batches that are one change each."""
    path = tidemark.directory / "tree.tar"
    first, again, cpu, peaks = [], [], [], []
    # The first one warms up.
    for number in range(-1, options.rounds):
        with open(path, "wb") as out:
            archive(out, options.files)
        collection = f"/files/tree-{new_run()}/"
        if number >= 0 and not processes.wait_until_idle(options.patience):
            print("    (others keep this machine busy)", file=sys.stderr)
        before = {part: server.cpu_seconds() for part, server in tidemark.parts().items()}
        taken = send(tidemark, collection, path)
        spent = {part: server.cpu_seconds() - before[part] for part, server in tidemark.parts().items()}
        repeated = send(tidemark, collection, path)
        print(f"    round {number + 1}: {options.files / taken:,.0f}, again {options.files / repeated:,.0f}", file=sys.stderr)
        if number >= 0:
            first.append(options.files / taken)
            again.append(options.files / repeated)
            cpu.append({part: seconds / options.files * 1e6 for part, seconds in spent.items()})
            peaks.append(processes.memory_kib(tidemark.pid, "VmHWM") / 1024)
    path.unlink()
    report.section(f"Import of {options.files:,} files of 1 KiB, {PER_DIRECTORY:,} to a directory")
    report.lines(["| | files/s | rounds | processor time, µs each |", "| --- | ---: | --- | --- |"])
    costs = " + ".join(f"{part} {statistics.median(c[part] for c in cpu):.0f}" for part in cpu[0])
    for name, values, cost in (("into an empty collection", first, costs), ("the same again", again, "")):
        rounds = " ".join(f"{value:,.0f}" for value in values)
        report.lines([f"| {name} | {statistics.median(values):,.0f} | {rounds} | {cost} |"])
    reached = "reached" if statistics.median(first) >= AIM else "**missed**"
    report.lines(["", f"Aim {AIM:,} files/s: {reached}. The server had {max(peaks):.0f} MiB resident at most, with a heap of "
                  f"{tidemark.heap}."])
