package io.tidemark.traffic;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** A request's body, which has to come at a certain pace while a thread waits for it. */
final class PacedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final HttpServerExchange exchange;
    private final Pace pace = new Pace();

    PacedBody(StreamSourceConduit next, HttpServerExchange exchange) {
        super(next);
        this.exchange = exchange;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        int read = super.read(to);
        pace.moved(read);
        return read;
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) throws IOException {
        long read = super.read(to, offset, length);
        pace.moved(read);
        return read;
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        long moved = super.transferTo(position, count, target);
        pace.moved(moved);
        return moved;
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        long moved = super.transferTo(count, through, target);
        pace.moved(moved);
        return moved;
    }

    @Override
    public void awaitReadable() throws IOException {
        await(super::awaitReadable);
    }

    @Override
    public void awaitReadable(long time, TimeUnit unit) throws IOException {
        await(() -> super.awaitReadable(time, unit));
    }

    private void await(Pace.Wait wait) throws IOException {
        try {
            pace.wait(wait);
        } catch (IOException e) {
            IoUtils.safeClose(exchange.getConnection());
            throw e;
        }
    }
}
