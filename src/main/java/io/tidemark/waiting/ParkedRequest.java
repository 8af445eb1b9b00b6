package io.tidemark.waiting;

import jakarta.servlet.AsyncContext;

/** A request that waits: it has a connection and some memory, and nothing else of the server's. */
final class ParkedRequest {

    private static final System.Logger LOG = System.getLogger(ParkedRequest.class.getName());

    private final AsyncContext request;
    private final String url;
    private final String user;
    private final Wait wait;
    private final Watch watch;
    private volatile long known;

    /**
     * A request that its thread has left.
     *
     * @param url its URL as it was sent: the container would go on with a decoded one
     */
    ParkedRequest(AsyncContext request, String url, String user, Wait wait, Watch watch) {
        this.request = request;
        this.url = url;
        this.user = user;
        this.wait = wait;
        this.watch = watch;
        this.known = watch.since();
    }

    String user() {
        return user;
    }

    Watch watch() {
        return watch;
    }

    boolean isOver() {
        return wait.isOver();
    }

    /** The newest change of which it is known that it is none for this request. */
    long known() {
        return known;
    }

    void passed(long change) {
        known = change;
    }

    /** Has the request worked on as if it had just come. */
    void resume() {
        try {
            request.dispatch(url);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "A request that waited has ended already", e);
        }
    }
}
