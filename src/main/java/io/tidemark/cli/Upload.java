package io.tidemark.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Sends contents, so that nothing is replaced that has not been seen, and that what is stored is what was sent. */
final class Upload {

    private final Session session;
    private final Output output;
    private final boolean force;

    Upload(Session session, Output output, boolean force) {
        this.session = session;
        this.output = output;
        this.force = force;
    }

    /** Sends a local file. */
    void file(Path local, Place place) throws IOException, InterruptedException {
        String digest = Digest.of(local);
        Ask ask = put(place, session.memory().seen(session.url(place), local))
                .header("Repr-Digest", digest)
                .header(
                        "X-OC-Mtime",
                        Long.toString(Files.getLastModifiedTime(local).toMillis() / 1000))
                .body(BodyPublishers.ofFile(local));
        try (Reply reply = session.send(ask)) {
            session.memory().see(session.url(place), local, reply.header("ETag"));
            say(Output.shown(local.toString()), place, reply, Files.size(local));
        }
    }

    /** Sends what comes, which is read once. Its hash is compared with the server's afterwards. */
    void stream(InputStream in, Place place) throws IOException, InterruptedException {
        MessageDigest digest = Digest.sha256();
        Counted counted = new Counted(new DigestInputStream(in, digest));
        Ask ask = put(place, Optional.empty()).body(BodyPublishers.ofInputStream(() -> counted));
        try (Reply reply = session.send(ask)) {
            Ask head = session.ask("HEAD", place)
                    .header("Want-Repr-Digest", "sha-256=1")
                    .header("If-Match", reply.header("ETag"));
            try (Reply stored = session.send(head)) {
                if (Digest.contradicts(stored.header("Repr-Digest"), Digest.header(digest.digest()))) {
                    throw new FailedException(Exit.FAILED, place + " was damaged on the way; send it again.");
                }
            }
            say("-", place, reply, counted.length);
        }
    }

    private Ask put(Place place, Optional<String> seen) throws IOException, InterruptedException {
        Ask ask = session.unlocked(session.ask("PUT", place), place);
        if (force) {
            return ask;
        }
        // Looked at before the body goes out; the condition of the request is for those who come in between.
        Optional<Found> there = session.find(place);
        if (there.isEmpty()) {
            return ask.header("If-None-Match", "*");
        }
        if (there.get().folder()) {
            throw new FailedException(Exit.CONFLICT, place + " is a folder on the server.");
        }
        String tag = there.get().tag();
        if (seen.isEmpty()) {
            throw new FailedException(
                    Exit.CONFLICT,
                    place + " is on the server already, and this local file did not come from it; get it first, or use"
                            + " --force to replace it.");
        }
        if (!seen.get().equals(tag)) {
            throw new FailedException(
                    Exit.CONFLICT,
                    place
                            + " has been changed on the server since you had it; look with tidemark log, then get it,"
                            + " or use --force to replace it.");
        }
        return ask.header("If-Match", tag);
    }

    private void say(String local, Place place, Reply reply, long length) {
        boolean made = reply.status() == 201;
        output.say(
                Output.object(
                        "path",
                        place.plain(),
                        "local",
                        local,
                        "length",
                        length,
                        "tag",
                        reply.header("ETag"),
                        "revision",
                        reply.header("Revision-Id"),
                        "created",
                        made),
                local + " -> " + place + (made ? "" : ", replaced")
                        + (reply.header("Revision-Id").isEmpty() ? "" : ", " + reply.header("Revision-Id")));
    }

    /** Counts the bytes that go through. */
    private static final class Counted extends FilterInputStream {

        private long length;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            length += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int size) throws IOException {
            int n = in.read(buffer, offset, size);
            length += Math.max(n, 0);
            return n;
        }
    }
}
