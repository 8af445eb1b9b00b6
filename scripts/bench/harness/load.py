"""Load by wrk, checked."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .servers import AUTHORIZATION

SCRIPTS = Path(__file__).resolve().parents[1] / "load"
UNITS = {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4, "B": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30, "TB": 2**40}
_last_run = int(time.time()) - 1_700_000_000


def new_run():
    """A number that no other run has had."""
    global _last_run
    _last_run += 1
    return _last_run


@dataclass
class Sample:
    """One round: answers per second, latencies in ms, bytes per second, answers in all."""

    rate: float
    median: float
    p99: float
    bandwidth: float
    answers: int


def _value(text):
    number, unit = re.fullmatch(r"([\d.]+)([A-Za-z]+)", text).groups()
    return float(number) * UNITS[unit]


def wrk(url, path, connections, seconds, script=None, arguments=(), allow_timeouts=False):
    """
    Runs wrk for a few seconds. Any answer but 2xx and any broken connection ends the benchmark: a rate of errors is none.
    """
    command = ["wrk", "-t", str(min(2, connections)), "-c", str(connections), "-d", f"{seconds}s", "--latency",
               "--timeout", "30s", "-H", f"Authorization: {AUTHORIZATION}"]
    if script:
        command += ["-s", str(SCRIPTS / script), url, "--", path, *(str(argument) for argument in arguments)]
    else:
        command += [url + path]
    out = subprocess.run(command, capture_output=True, text=True)
    errors = re.findall(r"Non-2xx.*|Socket errors:.*", out.stdout)
    if out.returncode or errors:
        sys.exit(f"bench: wrk on {path}: {errors or out.stderr or out.stdout}")

    def find(pattern):
        found = re.search(pattern, out.stdout)
        return found.group(1) if found else "0ms"

    answers, took, read = re.search(r"(\d+) requests in ([\d.]+\w+), ([\d.]+\w+) read", out.stdout).groups()
    return Sample(float(find(r"Requests/sec:\s+([\d.]+)")), _value(find(r"\s50%\s+(\S+)")), _value(find(r"\s99%\s+(\S+)")),
                  _value(read) / (_value(took) / 1e3), int(answers))
