"""What workspaces cost: made, read, written and listed, next to the files and to a workspace that nobody inherits from."""

import http.client
import os
import re
import statistics
import sys
import threading
import time

from . import processes
from .collections import TYPICAL, fill, propfind
from .load import new_run, wrk
from .rounds import Variant, interleave
from .servers import AUTHORIZATION, request
from .sync import compare
from .trees import load
from .versioning import PROPFIND, call, files

FILES = 200
DEPTH = 5
READERS = 4
SMALL = 10
DEFAULT = "/configurations/default/"
SITE = "site/"
"""The collection in each workspace that is made here."""


def configuration(tidemark, parent=None, inheritance="None", kind="Workspace"):
    """The URL's path of a new configuration."""
    derived = f"<derivedfrom>{parent}</derivedfrom>" if parent else ""
    body = (f'<createconfiguration xmlns="DAV:"><configurationtype>{kind}</configurationtype>{derived}'
            f"<inheritancetype>{inheritance}</inheritancetype></createconfiguration>")
    status, headers, answer = request(tidemark.url + "/configurations/", "MKCONFIG", body.encode())
    if status != 201:
        sys.exit(f"bench: MKCONFIG answered {status}: {answer[:300]}")
    return headers["Location"]


def workspace(tidemark):
    """A workspace that is derived from nothing, with a collection in it."""
    made = configuration(tidemark)
    call(tidemark, "MKCOL", made + SITE)
    return made


def derivations(tidemark, inheritance):
    """The last of several workspaces, of which each is derived from the one before, and the first from the files."""
    last = DEFAULT
    for _ in range(DEPTH):
        last = configuration(tidemark, last, inheritance)
    return last


def selecting(tidemark):
    """A dynamic configuration over all files."""
    dynamic = configuration(tidemark, kind="Dynamic")
    call(tidemark, "PROPPATCH", dynamic, '<propertyupdate xmlns="DAV:"><set><prop><selectionrule><basicrsr><and>'
         '<href>/files/<depth>infinity</depth></href><tip/></and></basicrsr></selectionrule></prop></set></propertyupdate>')
    return dynamic


def own(tidemark, heirs, parent, name):
    """Gives workspaces members of their own that show the parent's revision: they are moved on when the parent's is."""
    answer = call(tidemark, "PROPFIND", f"{parent}{SITE}{name}", PROPFIND % "<prop><revisionurl/></prop>", Depth="0")
    revision = re.search(rb"(/revisions/[^<]+)<", answer).group(1).decode()
    for heir in heirs:
        call(tidemark, "MKREF", f"{heir}{SITE}{name}", Ref_Target=revision, Overwrite="T")


class Client:
    """One connection that is kept."""

    def __init__(self, tidemark):
        self.connection = http.client.HTTPConnection("127.0.0.1", tidemark.port)

    def send(self, method, path, body=None, **headers):
        """A request that must succeed; the seconds to the last byte of its answer, and its headers."""
        start = time.perf_counter()
        self.connection.request(method, path, body, {"Authorization": AUTHORIZATION, **headers})
        answer = self.connection.getresponse()
        text = answer.read()
        seconds = time.perf_counter() - start
        if answer.status // 100 != 2:
            sys.exit(f"bench: {method} {path} answered {answer.status}: {text[:300]}")
        return seconds, answer.headers


def rows(tidemark):
    """How many members and revisions are stored; nothing where the database cannot be asked beside the server."""
    return tidemark.database and tidemark.database.sql("select (select count(*) from member) + (select count(*) from revision)")


def run_mkconfig(options, tidemark, report):
    """MKCONFIG from 100,000 members: at most 1.5 times what it takes from 10, and no rows for members."""
    small, large = workspace(tidemark), workspace(tidemark)
    for i in range(SMALL):
        call(tidemark, "PUT", f"{small}{SITE}{i}", b"x")
    fill(options, tidemark, options.members, large + SITE)
    processes.wait_until_idle(options.patience)
    places = {f"from {SMALL} members": small, f"from {options.members:,} members": large}
    taken = {name: ([], []) for name in places}
    client, before = Client(tidemark), rows(tidemark)
    # The first ones warm up.
    for number in range(-options.times // 4, options.times):
        for name, parent in places.items():
            for column, inheritance in zip(taken[name], ("None", "Auto")):
                body = (f'<createconfiguration xmlns="DAV:"><configurationtype>Workspace</configurationtype><derivedfrom>{parent}'
                        f"</derivedfrom><inheritancetype>{inheritance}</inheritancetype></createconfiguration>")
                seconds, headers = client.send("MKCONFIG", "/configurations/", body)
                client.send("DELETE", headers["Location"])
                if number >= 0:
                    column.append(seconds)
    compare(report, "MKCONFIG", ("None", "Auto"), taken, 1.5)
    if before:
        made = (int(rows(tidemark)) - int(before)) / (options.times * 5)
        report.lines([f"- rows of members and revisions for each configuration: {made:.1f} (its root alone is one of each)"])



def run_get(options, tidemark, report):
    """GET with Configuration-Id: within 1.5 times a plain GET, five derivations deep, and in a dynamic configuration."""
    collection = files(tidemark, True, FILES)

    def getting(*where):
        return lambda: wrk(tidemark.url, collection, 8, options.seconds, "get.lua", [FILES, *where])

    configured = {
        "derived once, Auto": configuration(tidemark, DEFAULT, "Auto"),
        f"derived {DEPTH} times, Auto": derivations(tidemark, "Auto"),
        f"derived {DEPTH} times, None": derivations(tidemark, "None"),
        "dynamic": selecting(tidemark)}
    measured = interleave(options, [
        Variant("plain GET", getting(), tidemark.parts()),
        *(Variant(name, getting(where), tidemark.parts()) for name, where in configured.items())])
    report.table(f"GET of 4 KiB with Configuration-Id, beside {options.members:,} other files, 8 connections", measured,
                 [(name, "plain GET", 1 / 1.5) for name in configured])


def shown_after(tidemark, children, tag):
    """The seconds until all children show a content, of which each is asked for until it does; several ask at once."""
    start = time.perf_counter()

    def ask(some):
        client = Client(tidemark)
        for child in some:
            while client.send("HEAD", child + SITE + "1")[1]["ETag"] != tag:
                pass

    asking = [threading.Thread(target=ask, args=(children[i::READERS],)) for i in range(READERS)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    return time.perf_counter() - start


def run_inheritance(options, tidemark, report):
    """A new revision in a parent of 1,000: at most 1.5 times the time of one without children; all show it within 1 s."""
    parents = {name: workspace(tidemark) for name in ("no children", "children that read through", "children with members")}
    children = {name: [] for name in parents}
    for name, parent in parents.items():
        call(tidemark, "PUT", f"{parent}{SITE}1", b"first")
    for name in list(parents)[1:]:
        children[name] = [configuration(tidemark, parents[name], "Auto") for _ in range(options.children)]
    own(tidemark, children["children with members"], parents["children with members"], "1")
    taken, shown = {name: ([],) for name in parents}, {name: [] for name in parents}
    client = Client(tidemark)
    # The first ones warm up.
    for number in range(-max(2, options.times // 10), max(10, options.times // 4)):
        for name, parent in parents.items():
            seconds, headers = client.send("PUT", f"{parent}{SITE}1", os.urandom(16))
            after = shown_after(tidemark, children[name], headers["ETag"])
            if number >= 0:
                taken[name][0].append(seconds)
                shown[name].append(after)
    for name in list(parents)[1:]:
        base = next(iter(parents))
        compare(report, f"A new revision: {options.children:,} {name}, Auto", ("PUT",),
                {base: taken[base], name: taken[name]}, 1.5)
        slowest, median = max(shown[name]), statistics.median(shown[name])
        verdict = "reached" if slowest <= 1 else "**missed**"
        report.lines([f"- until all {options.children:,} show it, {READERS} connections that ask each of them: median "
                      f"{median:.2f} s, slowest **{slowest:.2f} s**; aim 1 s: {verdict}"])


def run_propfind(options, tidemark, report):
    """PROPFIND, depth 1, in a workspace: at least half the members a second of the files."""
    collection = tidemark.collection(f"listed-{new_run()}")
    call(tidemark, "VERSION", collection)
    load(tidemark, collection, options.members)
    below = collection.removeprefix("/files/")
    places = {"the files": collection, "derived once, Auto": configuration(tidemark, DEFAULT, "Auto") + below,
              "derived once, None": configuration(tidemark, DEFAULT, "None") + below,
              f"derived {DEPTH} times, Auto": derivations(tidemark, "Auto") + below}
    answer = tidemark.directory / "answer.xml"
    taken = {name: [] for name in places}
    # The first ones warm up.
    for number in range(-1, options.rounds):
        for name, place in places.items():
            result = propfind(tidemark, place, TYPICAL, answer)
            if result[2] != options.members:
                sys.exit(f"bench: {place} lists {result[2]} of {options.members} members")
            if number >= 0:
                taken[name].append(result)
    report.section("PROPFIND, depth 1, six properties, in workspaces")
    report.lines(["| | members | first byte, ms | seconds | members/s |", "| --- | ---: | ---: | ---: | ---: |"])
    rates = {}
    for name, results in taken.items():
        first, total, members = (statistics.median(column) for column in zip(*results))
        rates[name] = members / total
        report.lines([f"| {name} | {members:,.0f} | {first:.0f} | {total:.2f} | {rates[name]:,.0f} |"])
    report.lines([""])
    base = rates.pop("the files")
    for name, rate in rates.items():
        report.lines([f"- {name} / the files: **{rate / base:.0%}**; aim 50%: {'reached' if rate >= base / 2 else '**missed**'}"])


def run(options, tidemark, report):
    """All of it; what is listed is there before GET is measured, which is to be one of many."""
    for measure in (run_propfind, run_mkconfig, run_get, run_inheritance):
        measure(options, tidemark, report)
