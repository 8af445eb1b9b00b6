"""A collection in one download, next to reading its files one by one."""

import os
import subprocess
import sys
import tarfile
import time
import zipfile

from . import processes
from .load import Sample, new_run, wrk
from .rounds import Variant, interleave
from .servers import USER
from .trees import PER_DIRECTORY, load

SIZE = 1_024
AIM = 0.70
TYPES = {"tar": "application/x-tar", "zip": "application/zip"}


def curl(url, kind):
    return ["curl", "-sS", "--fail", "-u", f"{USER}:{USER}", "-H", f"Accept: {TYPES[kind]}", url]


def check(tidemark, url, kind, files):
    """What curl gets is an archive that has all files, and ends."""
    path = tidemark.directory / "archive"
    subprocess.run([*curl(url, kind), "-o", path], check=True)
    if kind == "zip":
        names = zipfile.ZipFile(path).namelist()
    else:
        with tarfile.open(path) as tar:
            names = [entry.name for entry in tar]
    path.unlink()
    found = sum(name.endswith(".txt") for name in names)
    if found != files:
        sys.exit(f"bench: the {kind} has {found} files and not {files}")


def download(url, kind, files):
    """One whole archive; its rate is that of the files in it."""
    start = time.monotonic()
    subprocess.run([*curl(url, kind), "-o", os.devnull], check=True)
    took = time.monotonic() - start
    return Sample(files / took, took * 1e3, took * 1e3, files * SIZE / took, files)


def leave(tidemark, url):
    """A client goes away after a megabyte; the share of a processor that the server uses a second later, for two seconds."""
    with subprocess.Popen(curl(url, "tar"), stdout=subprocess.PIPE) as process:
        process.stdout.read(1 << 20)
        process.kill()
    time.sleep(1)
    before = tidemark.cpu_seconds()
    time.sleep(2)
    return (tidemark.cpu_seconds() - before) / 2


def heap_mib(pid):
    """What is in use of the heap now, young and old."""
    out = subprocess.run(["jstat", "-gc", str(pid)], capture_output=True, text=True, check=True).stdout.splitlines()
    row = dict(zip(out[0].split(), out[1].split()))
    return sum(float(row[name]) for name in ("S0U", "S1U", "EU", "OU") if row[name] != "-") / 1024


def watched(tidemark, url, files):
    """A slow client's download: the least and the most of the heap, the resident memory before, and the most of it."""
    processes.reset_peak(tidemark.pid)
    before, heaps = processes.memory_kib(tidemark.pid) / 1024, []
    with subprocess.Popen([*curl(url, "tar"), "--limit-rate", f"{files * SIZE // 8}", "-o", os.devnull]) as process:
        while process.poll() is None:
            heaps.append(heap_mib(tidemark.pid))
            time.sleep(0.3)
    return min(heaps), max(heaps), before, processes.memory_kib(tidemark.pid, "VmHWM") / 1024


def run(options, tidemark, report):
    """An archive is written at 0.7 of the rate of reading its files over 8 connections, or faster."""
    files = options.members
    collection = tidemark.collection(f"archive-{new_run()}")
    load(tidemark, collection, files, PER_DIRECTORY, SIZE)
    url = tidemark.url + collection
    for kind in TYPES:
        check(tidemark, url, kind, files)
    variants = [Variant("GET one by one, 8 connections",
                        lambda: wrk(tidemark.url, collection, 8, options.seconds, "get-tree.lua", [files, PER_DIRECTORY]),
                        tidemark.parts())]
    variants += [Variant(f"as {kind}", lambda kind=kind: download(url, kind, files), tidemark.parts()) for kind in TYPES]
    rows = interleave(options, variants)
    report.table(f"A collection of {files:,} files of 1 KiB in one download, {PER_DIRECTORY:,} to a directory", rows,
                 [(f"as {kind}", "GET one by one, 8 connections", AIM) for kind in TYPES])
    low, high, before, peak = watched(tidemark, url, files)
    shares = [leave(tidemark, url) for _ in range(3)]
    report.lines(["", f"While a client reads a tar slowly the heap has {low:.0f} to {high:.0f} MiB in use, of {tidemark.heap}; resident "
                  f"memory {before:.0f} MiB before, at most {peak:.0f} MiB during it.",
                  "One second after a client went away, the server uses "
                  + ", ".join(f"{share * 100:.0f} %" for share in shares) + " of a processor."])
