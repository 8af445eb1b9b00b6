"""Collections of 100,000 members: listing them, and writing into them."""

import re
import statistics
import subprocess
import sys
import time

from .load import new_run, wrk
from .rounds import Variant, interleave
from .servers import USER
from .small import put

ALLPROP = '<?xml version="1.0"?><D:propfind xmlns:D="DAV:"><D:allprop/></D:propfind>'
TYPICAL = ('<?xml version="1.0"?><D:propfind xmlns:D="DAV:"><D:prop><D:displayname/><D:getcontentlength/><D:getcontenttype/>'
           "<D:getetag/><D:getlastmodified/><D:resourcetype/></D:prop></D:propfind>")


class Heap:
    """The heap that is in use, sampled by jstat."""

    def __init__(self, pid):
        self.process = subprocess.Popen(["jstat", "-gc", str(pid), "200ms"], stdout=subprocess.PIPE, text=True)

    def used(self):
        """Ends the sampling; the lowest and the highest, in MiB."""
        time.sleep(0.3)
        self.process.terminate()
        names, *lines = [line.split() for line in self.process.communicate()[0].splitlines()]
        used = [sum(float(value) for name, value in zip(names, line) if name in ("S0U", "S1U", "EU", "OU")) / 1024
                for line in lines if len(line) == len(names)]
        return (min(used), max(used)) if used else (0, 0)


def multistatus(server, method, collection, body, answer, depth):
    """Gets a multistatus; answers the ms to the first byte, the seconds in all, the responses."""
    out = subprocess.run(["curl", "-sS", "--fail", "-u", f"{USER}:{USER}", "-X", method, "-H", f"Depth: {depth}", "-H",
                          "Content-Type: application/xml", "--data-binary", body, "-o", str(answer), "-w",
                          "%{time_starttransfer} %{time_total}", server.url + collection],
                         capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"bench: {method} of {collection}: {out.stderr}")
    first, total = map(float, out.stdout.split())
    return first * 1000, total, count_responses(answer.read_bytes())


def propfind(server, collection, body, answer, depth="1"):
    """Lists a collection; answers the ms to the first byte, the seconds in all, the members."""
    first, total, responses = multistatus(server, "PROPFIND", collection, body, answer, depth)
    return first, total, responses - 1


def count_responses(text):
    """Response elements, whatever the prefix; a member's own XML has none of that name."""
    return len(re.findall(rb"</(?:\w+:)?response>", text))


def fill(options, tidemark, count, collection=None):
    """A collection of at least so many members, made by PUT; a new one unless it is given."""
    collection = collection or tidemark.collection(f"many-{new_run()}")
    members = 0
    while members < count:
        sample = wrk(tidemark.url, collection, 16, 5, "put.lua", [64, new_run()])
        members += sample.answers
        print(f"    {members:,} of {count:,} members", file=sys.stderr)
        if members < count:
            # Not longer than needed, or the collection grows far beyond.
            seconds = min(30, max(1, round((count - members) / sample.rate)))
            members += wrk(tidemark.url, collection, 16, seconds, "put.lua", [64, new_run()]).answers
    return collection


def run_propfind(options, tidemark, apache, report, collection):
    """PROPFIND, depth 1, of 100,000 members: first byte within 50 ms, at least 100,000 members a second, flat memory."""
    answer = tidemark.files / "answer.xml"
    places = [("Tidemark", tidemark, collection)]
    if apache:
        places.append(("Apache mod_dav", apache, apache.fill(f"many-{new_run()}", options.members)))
    report.section("PROPFIND, depth 1")
    report.lines(["| | members | first byte, ms | seconds | members/s | MB | the same bytes by Undertow's file handler, s |",
                  "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"])
    heap = Heap(tidemark.pid)
    for kind, body in (("six properties", TYPICAL), ("allprop", ALLPROP)):
        taken = {name: [] for name, _, _ in places}
        transport = []
        for number in range(-2, options.rounds):
            for name, server, place in places:
                result = propfind(server, place, body, answer)
                # The first ones warm up.
                if number >= 0:
                    taken[name].append(result)
                if server is tidemark:
                    size = answer.stat().st_size
                    start = time.monotonic()
                    subprocess.run(["curl", "-sS", "--fail", "-o", tidemark.directory / "copy",
                                    f"{tidemark.url}/yardstick/files/answer.xml"], check=True)
                    transport.append(time.monotonic() - start)
        for name, results in taken.items():
            first, total, members = (statistics.median(column) for column in zip(*results))
            limit = f"{statistics.median(transport):.2f}" if name == "Tidemark" else ""
            report.lines([f"| {name}, {kind} | {members:,.0f} | {first:.0f} | {total:.2f} | {members / total:,.0f} "
                          f"| {size / 1e6 if name == 'Tidemark' else answer.stat().st_size / 1e6:.1f} | {limit} |"])
    low, high = heap.used()
    report.lines(["", f"Heap in use meanwhile, live and dead: {low:.0f} to {high:.0f} MiB of {tidemark.heap}."])


def run_write_cost(options, tidemark, report, collection):
    """A write costs the same in a collection of 100,000 members as in an empty one."""
    def into(place):
        return lambda: put(tidemark, place() if callable(place) else place, 8, options.seconds)

    rows = interleave(options, [
        Variant("PUT into an empty collection", into(lambda: tidemark.collection(f"empty-{new_run()}")), tidemark.parts()),
        Variant("PUT into the large one", into(collection), tidemark.parts())])
    report.table(f"Write cost in a collection of {options.members:,} members, 8 connections", rows,
                 [("PUT into the large one", "PUT into an empty collection", 0.95)])
