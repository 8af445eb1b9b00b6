"""What it costs to be told what happened, and what differs: next to the same in small collections."""

import sys
import time

from .servers import request
from .sync import compare, empty
from .trees import archive, load, send

NEWEST = 100
DIFFERENCES = 10
CHANGES = ('<changes xmlns="urn:tidemark:dav"><limit xmlns="DAV:"><nresults>%d</nresults></limit></changes>' % NEWEST).encode()
COMPARE = ('<compare xmlns="urn:tidemark:dav"><from><change>%s</change></from><to><now/></to></compare>')
AIM_CHANGES = 1.5
AIM_COMPARE = 2
RESTORED = 500
AIM_RESTORE = 3
RESTORE = ('<restore xmlns="urn:tidemark:dav"><to><change>%s</change></to></restore>')


def put(tidemark, path, text):
    status, _, answer = request(tidemark.url + path, "PUT", text.encode())
    if status // 100 != 2:
        sys.exit(f"bench: PUT {path} answered {status}: {answer[:300]}")


def report_on(tidemark, collection, body, marker, expected):
    """A report, which must have so many parts; its seconds and its text."""
    start = time.monotonic()
    status, _, answer = request(tidemark.url + collection, "REPORT", body, Content_Type="application/xml")
    taken = time.monotonic() - start
    if answer.count(marker) != expected:
        sys.exit(f"bench: {collection} told of {answer.count(marker)} and not {expected}, with {status}: {answer[:300]}")
    return taken, answer


def newest_change(tidemark, collection):
    _, answer = report_on(tidemark, collection, CHANGES.replace(b"<nresults>%d" % NEWEST, b"<nresults>1"), b"<T:change>", 1)
    return answer.split(b"<T:id>")[1].split(b"</T:id>")[0].decode()


def in_turn(times, ask):
    """What each of some questions takes, asked in turn: the first ones warm up."""
    taken = {name: ([],) for name in ask}
    for number in range(-times // 4, times):
        for name, question in ask.items():
            seconds, _ = question()
            if number >= 0:
                taken[name][0].append(seconds)
    return taken


def run(options, tidemark, report):
    """The newest 100 changes of a large and of a small collection; 10 differences in a large and in a small one."""
    large = f"in {options.large:,} members"
    places = {"in 1,000 members": load(tidemark, empty("history-small"), 1_000),
              large: load(tidemark, empty("history-large"), options.large, 1_000)}
    for name, collection in places.items():
        for number in range(NEWEST):
            directory = f"d{number % (options.large // 1_000):05d}/" if name == large else ""
            put(tidemark, f"{collection}{directory}new-{number}.txt", f"{number}")
    compare(report, f"The newest {NEWEST} changes", ("T:changes",), in_turn(options.times, {
        name: lambda collection=collection: report_on(tidemark, collection, CHANGES, b"<T:change>", NEWEST)
        for name, collection in places.items()}), AIM_CHANGES)

    large = f"in {options.members:,} members"
    places = {"in 1,000 members": load(tidemark, empty("compare-small"), 1_000),
              large: load(tidemark, empty("compare-large"), options.members)}
    asked = {}
    for name, collection in places.items():
        before = newest_change(tidemark, collection.rsplit("/", 2)[0] + "/")
        for number in range(DIFFERENCES):
            put(tidemark, f"{collection}f{number * 100:07d}.txt", f"other {number}")
        body = (COMPARE % before).encode()
        asked[name] = lambda collection=collection, body=body: report_on(
            tidemark, collection, body, b"<T:difference>", DIFFERENCES)
    compare(report, f"{DIFFERENCES} differences", ("T:compare",), in_turn(options.times, asked), AIM_COMPARE)


def run_restore(options, tidemark, report):
    """500 of 10,000 files get another content by one import, and then their old content by one restore."""
    members = options.members // 10
    collection = empty("restore")
    for method in ("MKCOL", "VERSION"):
        status, _, answer = request(tidemark.url + collection, method)
        if status // 100 != 2:
            sys.exit(f"bench: {method} {collection} answered {status}: {answer[:300]}")
    load(tidemark, collection, members)
    path = tidemark.directory / "changed.tar"
    taken = {"by an import": ([],), "back by a restore": ([],)}
    # The first one warms up.
    for number in range(-1, options.rounds):
        before = newest_change(tidemark, collection)
        with open(path, "wb") as out:
            archive(out, RESTORED, 0, 32)
        changed = send(tidemark, collection, path)
        start = time.monotonic()
        status, _, answer = request(tidemark.url + collection, "POST", (RESTORE % before).encode(),
                                    Content_Type="application/xml")
        restored = time.monotonic() - start
        if b"<T:modified>%d<" % RESTORED not in answer:
            sys.exit(f"bench: a restore answered {status}: {answer[:300]}")
        print(f"    {RESTORED} by an import in {changed:.2f} s, back in {restored:.2f} s", file=sys.stderr)
        if number >= 0:
            taken["by an import"][0].append(changed)
            taken["back by a restore"][0].append(restored)
    path.unlink()
    compare(report, f"{RESTORED} of {members:,} files change", ("all of them",), taken, AIM_RESTORE)
