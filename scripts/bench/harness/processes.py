"""Processor time and memory of processes, from /proc."""

import os
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def _times(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:15]
    except (FileNotFoundError, ProcessLookupError):
        return ["0"] * 4


def cpu_seconds(pid, children=False):
    """User and system time of a process; with children, of those that it has now or had."""
    own = [int(ticks) for ticks in _times(pid)]
    if not children:
        return sum(own[:2]) / TICKS
    alive = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return (sum(own) + sum(int(t) for child in alive for t in _times(child)[:2])) / TICKS


def memory_kib(pid, field="VmRSS"):
    """A line of the process's status: VmRSS, or VmHWM for the most it ever had."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1])
    return 0


def reset_peak(pid):
    """Starts VmHWM anew; says whether that is allowed here."""
    try:
        Path(f"/proc/{pid}/clear_refs").write_text("5")
        return True
    except OSError:
        return False


def idle_share(seconds=0.7):
    """The idle part of all processors for a moment."""
    def read():
        return [int(ticks) for ticks in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]

    before = read()
    time.sleep(seconds)
    spent = [after - b for after, b in zip(read(), before)]
    return (spent[3] + spent[4]) / max(1, sum(spent))


def wait_until_idle(limit):
    """On a shared machine, waits up to so many seconds until the others are quiet; says whether they are."""
    end = time.monotonic() + limit
    while True:
        if idle_share() > 0.7:
            return True
        if time.monotonic() >= end:
            return False
