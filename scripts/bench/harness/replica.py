"""A client that synchronises, over one connection that it keeps."""

import http.client
import re
import sys
import time
from dataclasses import dataclass

from .collections import count_responses
from .servers import AUTHORIZATION

IDLE_SECONDS = 20
TOKEN = re.compile(rb"sync-token>([^<]+)</(?:\w+:)?sync-token>")


def body(token="", level="1", limit=None):
    """A sync-collection report."""
    limited = f"<limit><nresults>{limit}</nresults></limit>" if limit else ""
    return (f'<?xml version="1.0"?><sync-collection xmlns="DAV:"><sync-token>{token}</sync-token>'
            f"<sync-level>{level}</sync-level>{limited}<prop><getetag/></prop></sync-collection>")


@dataclass
class Answer:
    """A report's answer: seconds to its last byte, its token, its responses but the truncated one, whether there is more."""

    seconds: float
    token: str
    responses: int
    truncated: bool


class Replica:
    """Sends requests that must succeed."""

    def __init__(self, tidemark):
        self.connection, self.last = http.client.HTTPConnection("127.0.0.1", tidemark.port), 0

    def call(self, method, path, content, content_type="application/xml"):
        if time.monotonic() > self.last + IDLE_SECONDS:
            # The server closes what is idle; the next request opens a new one.
            self.connection.close()
        self.connection.request(method, path, content.encode(),
                                {"Authorization": AUTHORIZATION, "Content-Type": content_type, "Depth": "0"})
        answer = self.connection.getresponse()
        self.last = time.monotonic()
        text = answer.read()
        if answer.status // 100 != 2:
            sys.exit(f"bench: {method} {path} answered {answer.status}: {text[:300]}")
        return text

    def put(self, path, text):
        self.call("PUT", path, text, "text/plain")

    def report(self, collection, token="", level="1", limit=None):
        asked = body(token, level, limit)
        start = time.perf_counter()
        text = self.call("REPORT", collection, asked)
        seconds = time.perf_counter() - start
        truncated = b" 507 " in text
        return Answer(seconds, TOKEN.search(text[-1000:]).group(1).decode(), count_responses(text) - truncated, truncated)

    def token(self, collection):
        """The collection's token as it is now."""
        text = self.call("PROPFIND", collection, '<propfind xmlns="DAV:"><prop><sync-token/></prop></propfind>')
        return TOKEN.search(text).group(1).decode()
