"""What the order of changes costs those who write."""

import threading

from .load import new_run
from .replica import Replica
from .rounds import Variant, interleave
from .servers import Tidemark
from .small import put

POLL_SECONDS = 0.1


class Poller:
    """Asks for a collection's token, and so for the order of all that was written, until it is left."""

    def __init__(self, tidemark, collection):
        self.replica, self.collection, self.done = Replica(tidemark), collection, threading.Event()
        self.thread = threading.Thread(target=self.poll)

    def poll(self):
        while not self.done.wait(POLL_SECONDS):
            self.replica.token(self.collection)

    def __enter__(self):
        self.thread.start()

    def __exit__(self, *_):
        self.done.set()
        self.thread.join()


def run(options, tidemark, directory, report):
    """
    32 writers in one collection reach at least 80 % of what they reach without order: on a server whose timer never runs
    and which nobody asks, so that no change gets its number.
    """
    database = tidemark.database.create("unordered") if tidemark.database else None
    unordered = Tidemark(directory / "unordered", options.port + 3, database=database, store="unordered",
                         settings=["tidemark.journal.interval=PT0S", "tidemark.search.index=false"]).start()
    try:
        places = {server: server.collection(f"order-{new_run()}") for server in (tidemark, unordered)}

        def writing(server):
            return lambda: put(server, places[server], 32, options.seconds)

        def polled():
            with Poller(tidemark, places[tidemark]):
                return writing(tidemark)()

        for _ in range(options.warm_up):
            for server in places:
                writing(server)()
        rows = interleave(options, [
            Variant("without order", writing(unordered), unordered.parts()),
            Variant("ordered by the timer", writing(tidemark), tidemark.parts()),
            Variant("ordered, polled ten times a second", polled, tidemark.parts())])
        report.table("PUT of new members of 4 KiB into one collection, 32 connections", rows,
                     [(row.name, "without order", 0.80) for row in rows[1:]])
    finally:
        unordered.stop()
