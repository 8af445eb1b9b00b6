"""What history costs: revisions made, found, listed and stored, next to the same without versions."""

import datetime
import os
import re
import statistics
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from . import collections
from .load import new_run, wrk
from .rounds import Variant, interleave
from .servers import ROOT, request

H2 = "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
SIZE = 4096
FILES = 200
LABELS = 500
PROPFIND = '<?xml version="1.0"?><propfind xmlns="DAV:">%s</propfind>'
LABEL = '<?xml version="1.0"?><propertyupdate xmlns="DAV:"><set><prop><revisionlabel>%s</revisionlabel></prop></set></propertyupdate>'


def call(tidemark, method, path, body=None, **headers):
    """A request that must succeed; answers its body."""
    status, _, answer = request(tidemark.url + path, method, body.encode() if isinstance(body, str) else body, **headers)
    if status // 100 != 2:
        sys.exit(f"bench: {method} {path} answered {status}: {answer[:300]}")
    return answer


def files(tidemark, versioned, count=FILES):
    """A collection of files whose names are 1, 2, ...; only they are under version control, not the collection."""
    collection = tidemark.collection(f"versioning-{new_run()}")
    for i in range(1, count + 1):
        call(tidemark, "PUT", f"{collection}{i}", os.urandom(SIZE))
        if versioned:
            call(tidemark, "VERSION", f"{collection}{i}")
    return collection


def revisions(tidemark, count):
    """A collection whose file 1 has at least so many revisions."""
    collection = files(tidemark, True, 1)
    made = 1
    while made < count:
        made += over(tidemark, collection, 1, 1, 5).answers
        print(f"    {made:,} of {count:,} revisions", file=sys.stderr)
    return collection


def over(tidemark, collection, count, connections, seconds):
    """A round of PUTs over members that are there."""
    return wrk(tidemark.url, collection, connections, seconds, "put-over.lua", [count, SIZE, new_run()])


def run_put(options, tidemark, report, deep):
    """PUT to an autoversioned file: at most 1.5 times the cost of one without versions, at any age at most 1.2 times."""
    plain, versioned = files(tidemark, False), files(tidemark, True)
    young = files(tidemark, True)
    for _ in range(10):
        for i in range(1, FILES + 1):
            call(tidemark, "PUT", f"{young}{i}", os.urandom(SIZE))

    def putting(collection, count, connections):
        return lambda: over(tidemark, collection, count, connections, options.seconds)

    rows = interleave(options, [
        Variant("PUT without versions", putting(plain, FILES, 8), tidemark.parts()),
        Variant("PUT autoversioned", putting(versioned, FILES, 8), tidemark.parts())])
    report.table(f"PUT over {FILES} files of 4 KiB, 8 connections", rows,
                 [("PUT autoversioned", "PUT without versions", 1 / 1.5)])
    rows = interleave(options, [
        Variant("PUT at revision 10", putting(young, FILES, 1), tidemark.parts()),
        Variant(f"PUT at revision {options.revisions:,}", putting(deep, 1, 1), tidemark.parts())])
    report.table("PUT to young and to old files, 1 connection", rows,
                 [(f"PUT at revision {options.revisions:,}", "PUT at revision 10", 1 / 1.2)])


def seconds_of(tidemark, path, revision):
    """When a revision was made, in seconds since 1970."""
    answer = call(tidemark, "PROPFIND", path, PROPFIND % "<prop><lastcheckin/></prop>", Depth="0", Revision_Id=revision)
    text = re.search(rb"lastcheckin>([^<]+)<", answer).group(1).decode()
    return int(datetime.datetime.fromisoformat(re.sub(r"(\.\d+)?Z$", "+00:00", text)).timestamp())


def run_get(options, tidemark, report, deep):
    """GET of one of many revisions, by whatever name: within 1.5 times a plain GET."""
    path, newest, plain = deep + "1", options.revisions, files(tidemark, False)
    step = max(1, newest // LABELS)
    labelled = range(1, newest, step)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: call(tidemark, "PROPPATCH", path, LABEL % f"label-{n // step}", Revision_Id=f"V{n}"), labelled))
    first, last = seconds_of(tidemark, path, "V1") + 1, seconds_of(tidemark, path, f"V{newest}")

    def getting(*arguments):
        return lambda: wrk(tidemark.url, path, 8, options.seconds, "get-revision.lua", arguments)

    rows = interleave(options, [
        Variant("plain GET", lambda: wrk(tidemark.url, plain, 8, options.seconds, "get.lua", [FILES]), tidemark.parts()),
        Variant("by id", getting("V", "", 1, newest), tidemark.parts()),
        Variant("by label", getting("label-", "", 0, len(labelled) - 1), tidemark.parts()),
        Variant("by time", getting("Time(", ")", first, max(first, last), "time"), tidemark.parts())])
    report.table(f"GET of one of {newest:,} revisions of 4 KiB, 8 connections", rows,
                 [(name, "plain GET", 1 / 1.5) for name in ("by id", "by label", "by time")])


def run_lineage(options, tidemark, report, deep):
    """Reports on a long history: fulllineage within 2 s, in flat memory."""
    answer = tidemark.directory / "lineage.xml"
    report.section("Reports on a long history")
    report.lines(["| | revisions | first byte, ms | seconds | MB |", "| --- | ---: | ---: | ---: | ---: |"])
    heap = collections.Heap(tidemark.pid)
    for name in ("fulllineage", "directlineage", "defaulthistory", 'fulllineage limit="20"'):
        taken = [collections.propfind(tidemark, deep + "1", PROPFIND % f"<{name}/>", answer, depth="0")
                 for _ in range(options.rounds + 2)][2:]
        first, total, responses = (statistics.median(column) for column in zip(*taken))
        report.lines([f"| {name.replace(chr(34), '')} | {responses + 1:,.0f} | {first:.0f} | {total:.2f} "
                      f"| {answer.stat().st_size / 1e6:.2f} |"])
    low, high = heap.used()
    report.lines(["", f"Heap in use meanwhile, live and dead: {low:.0f} to {high:.0f} MiB of {tidemark.heap}. "
                      "The aim is fulllineage of 10,000 revisions within 2 s."])


def run_members(options, tidemark, report):
    """A new member of a versioned collection costs the same however many it has."""
    def versioned():
        collection = tidemark.collection(f"versioned-{new_run()}")
        call(tidemark, "VERSION", collection)
        return collection

    large = collections.fill(options, tidemark, options.members, versioned())
    rows = interleave(options, [
        Variant("into an empty one", lambda: collections.put(tidemark, versioned(), 1, options.seconds), tidemark.parts()),
        Variant("into the large one", lambda: collections.put(tidemark, large, 1, options.seconds), tidemark.parts())])
    report.table(f"PUT of new members into a versioned collection of {options.members:,}, 1 connection", rows,
                 [("into the large one", "into an empty one", 0.95)])


def run_checkout(options, tidemark, report):
    """CHECKOUT, PUT and CHECKIN: at least a third of the rate of PUT."""
    if request(f"{tidemark.url}{files(tidemark, True, 1)}1", "CHECKOUT", b'<checkout xmlns="DAV:"/>')[0] != 201:
        report.section("CHECKOUT, PUT, CHECKIN")
        report.lines(["This build has no CHECKOUT."])
        return
    # Each has files of its own: a PUT that is under way when its round ends would make a revision after the next CHECKOUT,
    # and that CHECKIN a conflict.
    plain, checked_out = files(tidemark, True, 2), files(tidemark, True, 2)
    rows = interleave(options, [
        Variant("PUT", lambda: over(tidemark, plain, 2, 2, options.seconds), tidemark.parts()),
        Variant("each of CHECKOUT, PUT, CHECKIN", lambda: wrk(
            tidemark.url, checked_out, 2, options.seconds, "checkout.lua", [SIZE, new_run()]), tidemark.parts())])
    report.table("CHECKOUT, PUT, CHECKIN: requests of all three kinds, 2 connections", rows,
                 [("each of CHECKOUT, PUT, CHECKIN", "PUT", 1.0)])


def stored_bytes(tidemark):
    """What the database holds: what is left when it is compacted."""
    if tidemark.database:
        tidemark.database.sql("vacuum full")
        return int(tidemark.database.sql("select pg_database_size('tidemark')"))
    tidemark.stop()
    database = tidemark.directory / "data" / "h2" / "tidemark"
    driver = next((ROOT / "target/server/modules").rglob("h2.jar"))
    subprocess.run(["java", "-cp", driver, "org.h2.tools.Shell", "-url", f"jdbc:h2:file:{database};{H2}", "-user", "tidemark",
                    "-password", "tidemark", "-sql", "shutdown compact"], check=True, stdout=subprocess.DEVNULL)
    size = sum(file.stat().st_size for file in database.parent.rglob("*") if file.is_file() and file.name != "reserve")
    tidemark.start()
    return size


def run_storage(options, tidemark, report):
    """A revision whose content is that of the one before: less than 1 KiB, journal included."""
    path, body = files(tidemark, True, 1) + "1", os.urandom(SIZE)
    call(tidemark, "PUT", path, body)
    before = stored_bytes(tidemark)
    for _ in range(options.revisions):
        call(tidemark, "PUT", path, body)
    each = (stored_bytes(tidemark) - before) / options.revisions
    report.section("Storage")
    report.lines([f"{options.revisions:,} further revisions of equal content took {each:,.0f} bytes each in the database, the "
                  f"journal included; aim below 1,024: {'reached' if each < 1024 else '**missed**'}."])


def run(options, tidemark, report):
    """All of it."""
    run_storage(options, tidemark, report)
    deep = revisions(tidemark, options.revisions)
    for measure in (run_lineage, run_get, run_put):
        measure(options, tidemark, report, deep)
    run_checkout(options, tidemark, report)
    run_members(options, tidemark, report)
