"""What synchronisation costs: deltas, pages, polls and first reports."""

import statistics
import sys

from .collections import Heap, multistatus
from .load import new_run, wrk
from .replica import Replica, body
from .rounds import Variant, interleave
from .servers import request
from .small import MEMBERS, get
from .trees import load

CHANGES = 10
PAGE = 1_000
TREE = 10
"""Members of each collection of a tree."""


def empty(name):
    """The path of a collection that an import will make."""
    return f"/files/{name}-{new_run()}/"


def verdict(report, name, ratio, aim):
    report.lines([f"- {name}: **{ratio:.2f}**; aim at most {aim}: {'reached' if ratio <= aim else '**missed**'}"])


def compare(report, title, kinds, taken, aim):
    """
    A table of what requests took; the last of its rows may cost at most so many times what the first does.

    taken: by the row's name, for each kind of request its seconds
    """
    def cells(seconds):
        ordered = sorted(seconds)
        return f"{statistics.median(ordered) * 1e3:.1f} | {ordered[len(ordered) * 95 // 100] * 1e3:.1f}"

    report.section(title)
    report.lines([f"| | {' | '.join(f'{kind}: median, ms | p95, ms' for kind in kinds)} |",
                  f"| --- |{' ---: | ---: |' * len(kinds)}",
                  *(f"| {name} | {' | '.join(map(cells, columns))} |" for name, columns in taken.items()), ""])
    first, *_, last = taken
    for kind, base, value in zip(kinds, taken[first], taken[last]):
        verdict(report, f"{last} / {first}, {kind}", statistics.median(value) / statistics.median(base), aim)


def deltas(tidemark, places, level, times):
    """
    Changes a few members of each collection in turn and asks for them, twice: the first report has to number the changes,
    unless the server's timer was faster.

    places: by name, the collection and the paths below it that are changed
    """
    replica = Replica(tidemark)
    taken = {name: ([], []) for name in places}
    tokens = {name: replica.token(collection) for name, (collection, _) in places.items()}
    # The first ones warm up.
    for number in range(-times // 4, times):
        for name, (collection, paths) in places.items():
            for path in paths:
                replica.put(collection + path, f"{number} {path}")
            answers = [replica.report(collection, tokens[name], level) for _ in range(2)]
            if answers[0].responses != len(paths):
                sys.exit(f"bench: {len(paths)} changes in {collection} are {answers[0].responses} responses")
            tokens[name] = answers[0].token
            if number >= 0:
                for column, answer in zip(taken[name], answers):
                    column.append(answer.seconds)
    return taken


def run_delta(options, tidemark, report, large):
    """A delta of 10 changes costs the same in 1,000,000 members as in 1,000, and in 10,000 collections as in 10."""
    kinds = ("right after the changes", "once more")
    paths = [f"f{i * 100:07d}.txt" for i in range(CHANGES)]
    compare(report, f"Delta of {CHANGES} changes, level 1", kinds, deltas(tidemark, {
        "in 1,000 members": (load(tidemark, empty("thousand"), 1_000), paths),
        f"in {options.large:,} members": (large, paths)}, "1", options.times), 1.5)
    trees = {}
    for count in (CHANGES, options.collections):
        step = count // CHANGES
        trees[f"in {count:,} collections"] = (
            load(tidemark, empty("tree"), count * TREE, TREE),
            [f"d{i * step:05d}/f{i * step * TREE:07d}.txt" for i in range(CHANGES)])
    compare(report, f"Delta of {CHANGES} changes, level infinite, {TREE} members to a collection", kinds,
            deltas(tidemark, trees, "infinite", options.times), 1.5)


def run_often(options, tidemark, report):
    """A member changed 100,000 times costs as one change."""
    replica, levels = Replica(tidemark), ("1", "infinite")
    once, often = (load(tidemark, empty(name), 1_000) for name in ("once", "often"))
    for collection in (once, often):
        replica.put(collection + "1", "to be changed")
    tokens = {collection: replica.token(collection) for collection in (once, often)}
    replica.put(once + "1", "changed")
    made = 0
    while made < options.changes:
        made += wrk(tidemark.url, often, 4, 10, "put-over.lua", [1, 64, new_run()]).answers
        print(f"    {made:,} of {options.changes:,} changes", file=sys.stderr)
    taken = {collection: ([], []) for collection in tokens}
    for number in range(-20, options.times):
        for collection, columns in taken.items():
            for level, column in zip(levels, columns):
                answer = replica.report(collection, tokens[collection], level)
                if answer.responses != 1:
                    sys.exit(f"bench: one member changed, and the report of {collection} has {answer.responses}")
                if number >= 0:
                    column.append(answer.seconds)
    compare(report, "Delta of one member that changed often", [f"level {level}" for level in levels],
            {"changed once": taken[once], f"changed {made:,} times": taken[often]}, 1.5)


def all_pages(replica, collection, token, level, limit):
    """All changes since a token, page by page or in one; answers seconds, responses and pages."""
    seconds, responses, pages, truncated = 0, 0, 0, True
    while truncated:
        answer = replica.report(collection, token, level, limit)
        token, truncated = answer.token, answer.truncated
        seconds, responses, pages = seconds + answer.seconds, responses + answer.responses, pages + 1
    return seconds, responses, pages


def run_paging(options, tidemark, report):
    """200,000 pending changes in pages of 1,000 take at most twice as long as in one answer, at either level."""
    replica = Replica(tidemark)
    report.section(f"{options.pending:,} pending changes")
    report.lines(["| | pages | responses | seconds | changes/s |", "| --- | ---: | ---: | ---: | ---: |"])
    ratios = []
    for level, per_directory in (("1", 0), ("infinite", options.pending // options.parents)):
        collection = tidemark.collection(f"pending-{new_run()}")
        token = replica.token(collection)
        load(tidemark, collection, options.pending, per_directory)
        taken = {None: [], PAGE: []}
        for _ in range(options.rounds + 1):
            for limit, results in taken.items():
                results.append(all_pages(replica, collection, token, level, limit))
        medians = {}
        for limit, results in taken.items():
            # The first one warms up, and numbers what the timer has not.
            medians[limit] = statistics.median(seconds for seconds, _, _ in results[1:])
            _, responses, pages = results[-1]
            if responses < options.pending:
                sys.exit(f"bench: of {options.pending} changes, {responses} are in {pages} pages")
            name = f"level {level}{f', {options.parents:,} collections' if per_directory else ''}"
            report.lines([f"| {name}, {f'pages of {limit:,}' if limit else 'one answer'} | {pages} | {responses:,} "
                          f"| {medians[limit]:.2f} | {responses / medians[limit]:,.0f} |"])
        ratios.append((f"paged / unpaged, {name}", medians[PAGE] / medians[None]))
    report.lines([""])
    for name, ratio in ratios:
        verdict(report, name, ratio, 2)


def run_first(options, tidemark, report, collection):
    """A first report tells 100,000 members a second, in flat memory."""
    answer = tidemark.files / "answer.xml"
    report.section(f"First report of {options.members:,} members")
    report.lines(["| | responses | first byte, ms | seconds | members/s | MB |", "| --- | ---: | ---: | ---: | ---: | ---: |"])
    heap, rates = Heap(tidemark.pid), {}
    for level in ("1", "infinite"):
        taken = [multistatus(tidemark, "REPORT", collection, body(level=level), answer, "0")
                 for _ in range(options.rounds + 2)][2:]
        first, total, responses = (statistics.median(column) for column in zip(*taken))
        rates[level] = responses / total
        report.lines([f"| level {level} | {responses:,.0f} | {first:.0f} | {total:.2f} | {rates[level]:,.0f} "
                      f"| {answer.stat().st_size / 1e6:.1f} |"])
    low, high = heap.used()
    report.lines(["", f"Heap in use meanwhile, live and dead: {low:.0f} to {high:.0f} MiB of {tidemark.heap}.", "",
                  *(f"- level {level}, aim 100,000 members/s: {'reached' if rate >= 1e5 else f'**missed**, {rate / 1e5:.0%}'}"
                    for level, rate in rates.items())])


def run_poll(options, tidemark, report, collections):
    """A report in which nothing is new: at least half of the finding endpoint's rate, whatever the collection's size."""
    replica = Replica(tidemark)
    for i in range(1, MEMBERS + 1):
        request(f"{tidemark.url}/yardstick/rows/{i}", "POST", b"", Content_Type="application/octet-stream")

    def polling(collection, level):
        token = replica.token(collection)
        return lambda: wrk(tidemark.url, collection, 8, options.seconds, "poll.lua", [token, level])

    variants = [Variant("find one row", lambda: get(tidemark, "/yardstick/rows/", 8, options.seconds), tidemark.parts())]
    for count, collection in collections.items():
        for level in ("1", "infinite"):
            variants.append(Variant(f"{count:,} members, level {level}", polling(collection, level), tidemark.parts()))
    for _ in range(options.warm_up):
        for variant in variants[:2]:
            variant.measure()
    report.table("Poll with nothing new, 8 connections", interleave(options, variants),
                 [(variant.name, "find one row", 0.50) for variant in variants[1:]])


def run(options, tidemark, report):
    """What depends on a collection's size."""
    collections = {count: load(tidemark, empty("members"), count)
                   for count in sorted({1_000, options.members, options.large})}
    run_first(options, tidemark, report, collections[options.members])
    run_poll(options, tidemark, report, collections)
    run_delta(options, tidemark, report, collections[options.large])
