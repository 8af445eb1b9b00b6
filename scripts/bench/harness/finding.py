"""What it costs to find something: by its name, by the time, by the words in it; and until a new word is found."""

import base64
import os
import random
import statistics
import subprocess
import sys
import tarfile
import threading
import time
import urllib.request

from . import small
from .history import put
from .load import new_run
from .rounds import Variant, interleave
from .servers import Tidemark, request
from .sync import empty
from .trees import imported, importing, load

FIRST = 100
PER_DIRECTORY = 1_000
WORDS = 5_000
WORDS_IN_TEXT = 150
AIM_NAMES = 50
AIM_WORDS = 100
AIM_SECONDS = 5
WRITES_A_SECOND = 100
MOST_COST = 0.03

QUERY = ('<searchrequest xmlns="DAV:"><basicsearch><select><prop><getcontentlength/></prop></select><from><scope><href>%s</href>'
         '</scope></from><where>%s</where>%s<limit><nresults>%d</nresults></limit></basicsearch></searchrequest>')
OPERATOR = "<%s><prop><%s/></prop><literal>%s</literal></%s>"
NEWEST = "<orderby><order><prop><getlastmodified/></prop><descending/></order></orderby>"
WORKSPACE = ('<createconfiguration xmlns="DAV:"><configurationtype>DAV:Workspace</configurationtype>'
             '<derivedfrom>/configurations/default/</derivedfrom></createconfiguration>')
LABEL = ('<propertyupdate xmlns="DAV:"><set><prop><revisionlabel>needle-label</revisionlabel></prop></set></propertyupdate>')
ACL = ('<acl xmlns="DAV:"><ace><principal><href>/principals/users/writer</href></principal><grant><privilege><all/></privilege>'
       '</grant></ace></acl>')


def operator(name, prop, literal):
    return OPERATOR % (name, prop, literal, name)


def contains(words):
    return f"<contains>{words}</contains>"


def texts(out, files):
    """A tar archive of so many texts of ordinary words, each with a word of its own; the bytes of text."""
    draw = random.Random(1)
    vocabulary = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(3, 10))) for _ in range(WORDS)]
    total = 0
    for i in range(files):
        text = " ".join([f"unique{i:07d}", *draw.choices(vocabulary, k=WORDS_IN_TEXT)]).encode()
        total += len(text)
        file = tarfile.TarInfo(f"text{i:07d}.txt")
        file.size, file.mtime = len(text), 1_600_000_000
        out.write(file.tobuf())
        out.write(text.ljust(-(-len(text) // tarfile.BLOCKSIZE) * tarfile.BLOCKSIZE, b"\0"))
    out.write(bytes(2 * tarfile.BLOCKSIZE))
    return total, vocabulary


def search(tidemark, scope, condition, order="", user="writer", limit=FIRST):
    """The seconds that a search takes, and how much it finds."""
    body = (QUERY % (scope, condition, order, limit)).encode()
    call = urllib.request.Request(tidemark.url + scope, method="SEARCH", data=body)
    call.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{user}".encode()).decode())
    call.add_header("Content-Type", "application/xml")
    start = time.monotonic()
    with urllib.request.urlopen(call) as answer:
        text = answer.read()
    return time.monotonic() - start, text.count(b"<D:propstat>")


def until_found(tidemark, scope, word, seconds):
    """How long it takes until a word is found."""
    start = time.monotonic()
    while search(tidemark, scope, contains(word))[1] == 0:
        if time.monotonic() - start > seconds:
            sys.exit(f"bench: {word} is not found after {seconds} s")
        time.sleep(0.1)
    return time.monotonic() - start


class Writer(threading.Thread):
    """Puts texts, so many a second, until it is left."""

    def __init__(self, tidemark, collection):
        super().__init__()
        self.tidemark, self.collection, self.done, self.written = tidemark, collection, threading.Event(), 0

    def run(self):
        start = time.monotonic()
        while not self.done.wait(max(0, start + self.written / WRITES_A_SECOND - time.monotonic())):
            put(self.tidemark, f"{self.collection}busy-{self.written:07d}.txt", f"busily{self.written} " * 50)
            self.written += 1

    def __enter__(self):
        self.start()
        self.begun = time.monotonic()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.join()
        self.rate = self.written / (time.monotonic() - self.begun)


def fresh(options, tidemark, written, name):
    """The seconds until new texts are found by their words."""
    taken = []
    for number in range(options.rounds):
        word = f"freshly{name}{number}"
        put(tidemark, f"{written}{word}.bin", word.replace("freshly", "newly"))
        taken.append(until_found(tidemark, written, word.replace("freshly", "newly"), 60))
    return taken


def in_workspace(options, tidemark, written):
    """The seconds that a word of one text takes in a workspace that shows all texts: it goes through its scope."""
    status, headers, answer = request(tidemark.url + "/configurations/", "MKCONFIG", WORKSPACE.encode(), Content_Type="application/xml")
    if status != 201:
        sys.exit(f"bench: MKCONFIG answered {status}: {answer[:300]}")
    place = "/configurations/" + headers["Location"].split("/configurations/")[1] + written.removeprefix("/files/")
    taken = []
    for number in range(options.rounds):
        seconds, found = search(tidemark, place, contains(f"unique{number:07d}"))
        taken.append(seconds)
        if options.texts < 100_000 and found != 1:
            sys.exit(f"bench: {found} texts are found in a workspace")
    return taken


def size(directory):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(directory) for name in names)


def table(report, title, taken):
    report.section(title)
    report.lines(["| | found | median, ms | p95, ms | aim, ms |", "| --- | ---: | ---: | ---: | ---: |"])
    for name, (seconds, found, aim) in taken.items():
        ordered = sorted(seconds)
        report.lines([f"| {name} | {found:,} | {statistics.median(ordered) * 1e3:.1f} |"
                      f" {ordered[len(ordered) * 95 // 100] * 1e3:.1f} | {aim} |"])
    report.lines([""])


def run(options, tidemark, report):
    """The first 100 results, by names in a large tree and by words of many texts."""
    tree = load(tidemark, empty("finding"), options.members, PER_DIRECTORY)
    written = empty("texts")
    process = importing(tidemark, written, subprocess.PIPE)
    with process.stdin as out:
        total, vocabulary = texts(out, options.texts)
    imported(process, written)
    caught_up = until_found(tidemark, written, f"unique{options.texts - 1:07d}", 3_600)
    put(tidemark, f"{tree}d00000/needle-report.txt", "needle")
    directories = options.members // PER_DIRECTORY
    for number in range(1, directories):
        status, _, answer = request(f"{tidemark.url}{tree}d{number:05d}/", "ACL", ACL.encode(), Content_Type="application/xml")
        if status != 200:
            sys.exit(f"bench: ACL answered {status}: {answer[:300]}")
    versioned = f"{tree}d00000/"
    for method, url, body in (("VERSION", versioned + "needle-report.txt", b""), ("PROPPATCH", versioned + "needle-report.txt", LABEL.encode())):
        status, _, answer = request(tidemark.url + url, method, body, Content_Type="application/xml")
        if status not in (200, 207):
            sys.exit(f"bench: {method} answered {status}: {answer[:300]}")
    since = operator("gte", "getlastmodified", "2000-01-01T00:00:00Z")
    word, other = vocabulary[0], vocabulary[1]
    questions = {
        "a name, whole": (tree, operator("eq", "displayname", "needle-report.txt"), "", "writer", AIM_NAMES),
        "a part of one name": (tree, operator("like", "displayname", "%le-rep%"), "", "writer", AIM_NAMES),
        "a part of all names": (tree, operator("like", "displayname", "%.txt%"), "", "writer", AIM_NAMES),
        "an author": (tree, operator("eq", "author", "writer"), "", "writer", AIM_NAMES),
        "a label": (tree, operator("eq", "revisionlabel", "needle-label"), "", "writer", AIM_NAMES),
        "all, the newest first": (tree, since, NEWEST, "writer", AIM_NAMES),
        f"the same, of one folder of {directories:,}": (tree, since, NEWEST, "reader", AIM_NAMES),
        "a part of one name, of one folder": (tree, operator("like", "displayname", "%le-rep%"), "", "reader", AIM_NAMES),
        "a word of one text": (written, contains(f"unique{options.texts // 2:07d}"), "", "writer", AIM_WORDS),
        "a word of many": (written, contains(word), "", "writer", AIM_WORDS),
        "two words": (written, contains(f"{word} {other}"), "", "writer", AIM_WORDS),
        "the beginning of a word of all": (written, contains("uniq*"), "", "writer", AIM_WORDS)}
    taken = {name: ([], 0, question[-1]) for name, question in questions.items()}
    for number in range(-options.times // 4, options.times):
        for name, (scope, condition, order, user, aim) in questions.items():
            seconds, found = search(tidemark, scope, condition, order, user)
            if number >= 0:
                taken[name] = (taken[name][0] + [seconds], found, aim)
    table(report, f"The first {FIRST} of {options.members:,} names, and of {options.texts:,} texts", taken)
    quiet = fresh(options, tidemark, written, "quiet")
    with Writer(tidemark, written) as writer:
        busy = fresh(options, tidemark, written, "busy")
    walked = statistics.median(in_workspace(options, tidemark, written))
    index = tidemark.directory / "data" / "search"
    report.lines([
        f"- {options.texts:,} texts, {total / 2**20:.1f} MiB, were known {caught_up:.1f} s after their import",
        f"- a new text is found by its words after {statistics.median(quiet):.1f} s, {max(quiet):.1f} s at most;"
        f" under {writer.rate:.0f} writes a second after {statistics.median(busy):.1f} s, {max(busy):.1f} s at most (aim {AIM_SECONDS})",
        f"- in a workspace that shows the texts, a word of one takes {walked * 1e3:,.0f} ms: {walked / options.texts * 1e6:.0f} µs for each",
        *(f"- the index of {name} is {sum(size(at) for at in index.glob('*/' + name)) / 2**20:.1f} MiB"
          for name in ("names", "contents")), ""])


def run_cost(options, tidemark, directory, report):
    """What the indexes add to a PUT, next to a server that has none."""
    database = tidemark.database.create("unindexed") if tidemark.database else None
    bare = Tidemark(directory / "unindexed", options.port + 3, database=database, store="unindexed",
                    settings=["tidemark.search.index=false"]).start()
    try:
        def writing(server):
            place = server.collection(f"indexed-{new_run()}")
            return lambda: small.put(server, place, options.connections, options.seconds)

        rows = interleave(options, [
            Variant("without indexes", writing(bare), bare.parts()),
            Variant("with indexes", writing(tidemark), tidemark.parts())])
        report.table(f"PUT of new members of 4 KiB, {options.connections} connections", rows,
                     [("with indexes", "without indexes", 1 - MOST_COST)])
    finally:
        bare.stop()
