"""GET of large files next to Undertow's own file handler; 4 GiB there and back in a small heap."""

import hashlib
import os
import subprocess
import sys
import time

from . import processes
from .load import new_run, wrk
from .rounds import Variant, interleave
from .servers import USER, request

MIB = 2**20


def run_large_get(options, tidemark, apache, report):
    """GET of 10 MiB and up: at least 80 % of Undertow's own file handler."""
    for size in (10, 100):
        body = os.urandom(size * MIB)
        (tidemark.files / f"large-{size}").write_bytes(body)
        path = tidemark.collection(f"large-{size}-{new_run()}") + "body"
        request(tidemark.url + path, "PUT", body)
        variants = [
            Variant("Undertow's file handler", reading(tidemark, f"/yardstick/files/large-{size}", options.seconds),
                    tidemark.parts()),
            Variant("Tidemark GET", reading(tidemark, path, options.seconds), tidemark.parts())]
        if apache:
            (apache.files / f"large-{size}").write_bytes(body)
            variants.append(Variant("Apache GET", reading(apache, f"/large-{size}", options.seconds), apache.parts()))
        rows = interleave(options, variants, lambda sample: sample.bandwidth / MIB)
        report.table(f"GET of {size} MiB, 4 connections", rows,
                     [("Tidemark GET", "Undertow's file handler", 0.80)], unit="MiB/s")


def reading(server, path, seconds):
    return lambda: wrk(server.url, path, 4, seconds)


def curl(*arguments):
    """Runs curl as the writing user; answers the seconds that it took."""
    out = subprocess.run(["curl", "-sS", "--fail", "-u", f"{USER}:{USER}", "-w", "%{stderr}%{time_total}", *arguments],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if out.returncode:
        sys.exit(f"bench: curl {arguments[-1]}: {out.stderr}")
    return float(out.stderr)


def digest(command):
    """The SHA-256 of what a command writes, and the seconds that it took."""
    start = time.monotonic()
    digester = hashlib.sha256()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        while block := process.stdout.read(4 * MIB):
            digester.update(block)
    return digester.hexdigest(), time.monotonic() - start


def run_huge(options, tidemark, report):
    """PUT and GET of 4 GiB in a heap of 256 MiB. The server was started with that heap, for this alone."""
    size = 256 if options.quick else 4096
    source = tidemark.files / "huge"
    subprocess.run(f"head -c {size}M /dev/zero | openssl enc -aes-128-ctr -nosalt -K {'7' * 32} -iv {'0' * 32} > {source}",
                   shell=True, check=True, stderr=subprocess.DEVNULL)
    sent, hashing = digest(["cat", source])
    copy = tidemark.directory / "copy"
    start = time.monotonic()
    subprocess.run(["dd", f"if={source}", f"of={copy}", "bs=1M", "conv=fsync", "status=none"], check=True)
    copying = time.monotonic() - start
    copy.unlink()
    url = f"{tidemark.url}{tidemark.collection('huge')}body"
    processes.reset_peak(tidemark.pid)
    before = processes.memory_kib(tidemark.pid)
    putting = curl("-T", str(source), url)
    getting = curl("-o", os.devnull, url)
    handler = curl("-o", os.devnull, f"{tidemark.url}/yardstick/files/huge")
    got, _ = digest(["curl", "-sS", "--fail", "-u", f"{USER}:{USER}", url])
    if got != sent:
        sys.exit("bench: what came back is not what was PUT")
    peak = processes.memory_kib(tidemark.pid, "VmHWM")
    source.unlink()
    report.section(f"PUT and GET of {size} MiB in a heap of {tidemark.heap}")
    report.lines(["| | seconds | MiB/s |", "| --- | ---: | ---: |",
                  *(f"| {name} | {seconds:.1f} | {size / seconds:,.0f} |" for name, seconds in [
                      ("PUT", putting), ("limit: copy the file and sync it (dd)", copying),
                      ("limit: SHA-256 of the file", hashing), ("GET", getting),
                      ("limit: Undertow's file handler", handler)]),
                  "", f"SHA-256 of what came back: the same. Resident memory {before // 1024} MiB before, at most "
                  f"{peak // 1024} MiB during it."])
