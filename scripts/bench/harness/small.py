"""PUT and GET of 4 KiB next to the bare endpoints."""

import os
import random
import sys

from .load import new_run, wrk
from .rounds import Variant, interleave
from .servers import request

SIZE = 4096
MEMBERS = 1000


def put(server, collection, connections, seconds):
    """A round of PUTs of new members, each with a body of its own."""
    return wrk(server.url, collection, connections, seconds, "put.lua", [SIZE, new_run()])


def insert(server, body, connections, seconds):
    """A round of inserts by the bare endpoint."""
    return wrk(server.url, "/yardstick/rows/", connections, seconds, "insert.lua", [body, new_run()])


def get(server, prefix, connections, seconds):
    """A round of GETs of what was there before, one after the other."""
    return wrk(server.url, prefix, connections, seconds, "get.lua", [MEMBERS])


def check_stored(server, collection, run, answers):
    """What was answered is there, and is what was sent: a sample of the first thread's members."""
    # wrk builds its first request to look at it, and never sends it.
    for counter in random.choices(range(2, max(3, answers // 4)), k=20):
        name = f"{run}-0-{counter:07d}"
        status, _, body = request(server.url + collection + name)
        if status != 200 or len(body) != SIZE or not body.startswith(name.encode()):
            sys.exit(f"bench: {collection}{name} answers {status} with {len(body)} bytes, which is not what was PUT")


def run_put(options, tidemark, apache, report):
    """PUT of new 4 KiB members at 32 connections: at least 40 % of the inserting endpoint's rate."""
    def fresh(server):
        return lambda: put(server, server.collection(f"put-{new_run()}"), options.connections, options.seconds)

    variants = [
        Variant("insert one row", lambda: insert(tidemark, 0, options.connections, options.seconds), tidemark.parts()),
        Variant("insert one row of 4 KiB", lambda: insert(tidemark, SIZE, options.connections, options.seconds),
                tidemark.parts()),
        Variant("Tidemark PUT", fresh(tidemark), tidemark.parts())]
    if apache:
        variants.append(Variant("Apache mod_dav PUT, no sync", fresh(apache), apache.parts()))
    for _ in range(options.warm_up):
        variants[2].measure()
    rows = interleave(options, variants)
    collection, run = tidemark.collection(f"check-{new_run()}"), new_run()
    answers = wrk(tidemark.url, collection, 2, 2, "put.lua", [SIZE, run]).answers
    check_stored(tidemark, collection, run, answers)
    report.table(f"PUT of new members of 4 KiB, {options.connections} connections", rows,
                 [("Tidemark PUT", "insert one row", 0.40)])


def run_get(options, tidemark, apache, report):
    """GET of 4 KiB at 8 connections: at least 70 % of the finding endpoint's rate."""
    places = {}
    for server in filter(None, [tidemark, apache]):
        places[server] = server.collection(f"get-{new_run()}")
        for i in range(1, MEMBERS + 1):
            request(f"{server.url}{places[server]}{i}", "PUT", os.urandom(SIZE))
    for i in range(1, MEMBERS + 1):
        request(f"{tidemark.url}/yardstick/rows/{i}", "POST", b"", Content_Type="application/octet-stream")

    def reading(server, prefix):
        return lambda: get(server, prefix, 8, options.seconds)

    variants = [
        Variant("empty", lambda: wrk(tidemark.url, "/yardstick/empty", 8, options.seconds), tidemark.parts()),
        Variant("find one row", reading(tidemark, "/yardstick/rows/"), tidemark.parts()),
        Variant("find one row, no transaction", reading(tidemark, "/yardstick/plain/"), tidemark.parts()),
        Variant("Tidemark GET", reading(tidemark, places[tidemark]), tidemark.parts())]
    if apache:
        variants.append(Variant("Apache mod_dav GET", reading(apache, places[apache]), apache.parts()))
    for _ in range(options.warm_up):
        for variant in variants[1:4]:
            variant.measure()
    report.table("GET of 4 KiB, 8 connections", interleave(options, variants),
                 [("Tidemark GET", "find one row", 0.70), ("Tidemark GET", "find one row, no transaction", None)])
