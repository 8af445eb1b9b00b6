package io.tidemark.cli;

import io.tidemark.tool.GuardedStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** An answer; its body is read once. */
record Reply(int status, HttpResponse<InputStream> response, InputStream body) implements AutoCloseable {

    static Reply of(HttpResponse<InputStream> response) {
        return new Reply(response.statusCode(), response, new GuardedStream(response.body()));
    }

    /** A header; empty when it is not there. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The root of a body, with all that is in it; for answers that are not long. */
    Node root(String name) throws IOException, InterruptedException {
        List<Node> children = new ArrayList<>();
        Node.each(body, name, children::add);
        return new Node(name, "", children);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
