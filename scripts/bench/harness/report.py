"""The result as Markdown."""

import platform
import re
import subprocess
import sys
from pathlib import Path

from .servers import ROOT


def _out(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
        return (done.stdout + done.stderr).strip()
    except FileNotFoundError:
        return "none"


def _commit(checkout):
    return _out("git", "-C", str(checkout), "rev-parse", "--short", "HEAD")


def machine(other=None):
    """
    What it was measured on, and what was measured.

    other: the checkout of a build that is measured beside this one
    """
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    processors = Path("/proc/cpuinfo").read_text().count("processor\t")
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text()).group(1)) / 2**20
    changed = " and changes" if _out("git", "-C", str(ROOT), "status", "--porcelain", "src", "wildfly-config", "pom.xml") else ""
    return [f"- {processors} processors ({model.group(1) if model else platform.machine()}), {memory:.0f} GiB; "
            f"Linux {platform.release()}; load, servers and databases share them",
            f"- Tidemark {_commit(ROOT)}{changed}{f', beside {_commit(other)}' if other else ''}; "
            f"{_out('java', '-version').splitlines()[0]}",
            f"- {_out('wrk', '-v').splitlines()[0].split(' Copy')[0]}; "
            f"{_out('apache2', '-v').splitlines()[0].replace('Server version: ', '')}"]


class Report:
    """Gathers lines; prints them as they come."""

    def __init__(self):
        self.text = []

    def lines(self, lines):
        self.text += lines
        print("\n".join(lines), flush=True)

    def section(self, title):
        self.lines(["", f"### {title}", ""])

    def table(self, title, rows, ratios, unit="/s"):
        """Medians of all rounds, then how they compare; a ratio with a number has to reach it."""
        self.section(title)
        self.lines([f"| | {unit} | rounds | p50 ms | p99 ms | processor time, µs each |",
                    "| --- | ---: | --- | ---: | ---: | --- |"])
        for row in rows:
            rounds = " ".join(f"{value:,.0f}" for value in row.values)
            self.lines([f"| {row.name} | {row.value:,.0f} | {rounds} | {row.median:.1f} | {row.p99:.1f} "
                        f"| {row.cpu_text()} |"])
        self.lines([""])
        named = {row.name: row for row in rows}
        for name, base, aim in ratios:
            ratio = named[name].value / named[base].value
            verdict = "" if aim is None else f"; aim {aim:.0%}: {'reached' if ratio >= aim else '**missed**'}"
            cost = sum(named[base].cpu.values()) / max(1e-9, sum(named[name].cpu.values()))
            self.lines([f"- {name} / {base}: **{ratio:.0%}**{verdict} (by processor time {cost:.0%})"])

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(self.text) + "\n")
        print(f"bench: written to {path}", file=sys.stderr)
