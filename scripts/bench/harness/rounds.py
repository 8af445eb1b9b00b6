"""Interleaved rounds: what is compared is measured in turn, so that a noisy moment meets all of it."""

import statistics
import sys
from dataclasses import dataclass, field

from . import processes


@dataclass
class Variant:
    """One thing to measure: its name, what runs a round of it, and the servers whose processor time it costs."""

    name: str
    measure: object
    parts: dict = field(default_factory=dict)


@dataclass
class Row:
    """The medians of a variant's rounds."""

    name: str
    value: float
    values: list
    median: float
    p99: float
    cpu: dict

    def cpu_text(self):
        return " + ".join(f"{part} {micros:.0f}" for part, micros in self.cpu.items())


def warm_up(options, variants, value):
    """
    Runs all variants until none of them has got faster by itself three times in a row: the compiler of a virtual machine that
    is kept busy on two processors takes minutes for a path as long as that of a PUT, and goes on by fits and starts.
    """
    best, calm = {}, 0
    for _ in range(options.warm_up):
        rates = {variant.name: value(variant.measure()) for variant in variants}
        print("    warming up: " + ", ".join(f"{rate:,.0f}" for rate in rates.values()), file=sys.stderr)
        faster = any(rate > 1.03 * best.get(name, 0) for name, rate in rates.items())
        best = {name: max(rate, best.get(name, 0)) for name, rate in rates.items()}
        calm = 0 if faster else calm + 1
        if calm == 3:
            break


def interleave(options, variants, value=lambda sample: sample.rate):
    """Runs all variants to warm up, then in rounds; the rows are in the order of the variants."""
    warm_up(options, variants, value)
    samples = {variant.name: [] for variant in variants}
    for number in range(options.rounds):
        if not processes.wait_until_idle(options.patience):
            print("    (others keep this machine busy)", file=sys.stderr)
        for variant in variants:
            before = {part: server.cpu_seconds() for part, server in variant.parts.items()}
            sample = variant.measure()
            cpu = {part: (server.cpu_seconds() - before[part]) / max(1, sample.answers) * 1e6
                   for part, server in variant.parts.items()}
            samples[variant.name].append((sample, cpu))
            print(f"    round {number + 1}: {variant.name}: {value(sample):,.0f}", file=sys.stderr)

    def row(variant):
        taken = samples[variant.name]
        values = [value(sample) for sample, _ in taken]
        return Row(variant.name, statistics.median(values), values,
                   statistics.median(sample.median for sample, _ in taken),
                   statistics.median(sample.p99 for sample, _ in taken),
                   {part: statistics.median(cpu[part] for _, cpu in taken) for part in variant.parts})

    return [row(variant) for variant in variants]
