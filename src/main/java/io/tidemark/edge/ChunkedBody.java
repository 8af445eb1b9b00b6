package io.tidemark.edge;

import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * A body in chunks, in place of the container's reader of them. That one takes a size that is no number for the end of the
 * body, and what follows for the next request: behind a proxy that reads it otherwise, somebody else's. Here such a body
 * ends its connection, whoever reads it: the application, or the container when the request was refused before.
 *
 * <p>What was read of the connection and not yet used is where the container keeps it, too: so the next request is there.
 */
final class ChunkedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final HttpServerExchange exchange;
    private final HttpServerConnection connection;
    private final ChunkFraming framing = new ChunkFraming();
    private long taken;
    private boolean ended;
    private boolean broken;

    private ChunkedBody(HttpServerExchange exchange, HttpServerConnection connection) {
        super(new ReadDataStreamSourceConduit(connection.getOriginalSourceConduit(), connection));
        this.exchange = exchange;
        this.connection = connection;
    }

    /**
     * Takes the place of the container's reader. Nothing of the body has been read yet.
     *
     * @throws MalformedChunksException when the body is broken already where it has come together with its request's head
     */
    static void replace(HttpServerExchange exchange, HttpServerConnection connection) throws MalformedChunksException {
        PooledByteBuffer come = connection.getExtraBytes();
        if (come != null) {
            new ChunkFraming().skim(come.getBuffer().duplicate());
        }
        connection.getChannel().getSourceChannel().setConduit(new ChunkedBody(exchange, connection));
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (ended) {
            return -1;
        }
        if (broken) {
            throw new MalformedChunksException("The body is broken.");
        }
        try {
            return chunks(to);
        } catch (MalformedChunksException | RequestTooBigException e) {
            breakOff();
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            broken = true;
            IoUtils.safeClose(connection);
            throw e;
        }
    }

    /** The request is answered still. What came after the break is no request, and is forgotten. */
    private void breakOff() {
        broken = true;
        PooledByteBuffer rest = connection.getExtraBytes();
        if (rest != null) {
            connection.setExtraBytes(null);
            rest.close();
        }
        exchange.setPersistent(false);
        Connectors.terminateRequest(exchange);
    }

    private int chunks(ByteBuffer to) throws IOException {
        int read = 0;
        while (to.hasRemaining()) {
            if (framing.remaining() == 0 && !readFraming()) {
                break;
            }
            if (framing.isFinished()) {
                if (read == 0) {
                    ended = true;
                    Connectors.terminateRequest(exchange);
                    return -1;
                }
                break;
            }
            int data = data(to);
            if (data == 0) {
                break;
            }
            read += data;
        }
        return read;
    }

    /** Whether all framing was there that stands before the next data, or before the end. */
    private boolean readFraming() throws IOException {
        while (framing.remaining() == 0 && !framing.isFinished()) {
            PooledByteBuffer pooled = connection.getExtraBytes();
            if (pooled == null) {
                pooled = readAhead();
                if (pooled == null) {
                    return false;
                }
            }
            ByteBuffer raw = pooled.getBuffer();
            framing.read(raw);
            if (!raw.hasRemaining()) {
                connection.setExtraBytes(null);
                pooled.close();
            }
        }
        return true;
    }

    private @Nullable PooledByteBuffer readAhead() throws IOException {
        PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
        boolean kept = false;
        try {
            int read = next.read(pooled.getBuffer());
            if (read < 0) {
                throw new MalformedChunksException("The body broke off.");
            }
            if (read == 0) {
                return null;
            }
            pooled.getBuffer().flip();
            connection.setExtraBytes(pooled);
            kept = true;
            return pooled;
        } finally {
            if (!kept) {
                pooled.close();
            }
        }
    }

    private int data(ByteBuffer to) throws IOException {
        int limit = to.limit();
        to.limit(to.position() + (int) Math.min(to.remaining(), framing.remaining()));
        try {
            int read = next.read(to);
            if (read < 0) {
                throw new MalformedChunksException("The body broke off.");
            }
            if (read > 0) {
                framing.took(read);
                count(read);
            }
            return read;
        } finally {
            to.limit(limit);
        }
    }

    /** The listener may have a limit of its own. */
    private void count(int read) throws RequestTooBigException {
        taken += read;
        long most = exchange.getMaxEntitySize();
        if (most > 0 && taken > most) {
            throw new RequestTooBigException("The body is longer than " + most + " bytes.");
        }
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (to[i].hasRemaining()) {
                return read(to[i]);
            }
        }
        return 0;
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
    }

    @Override
    public void terminateReads() throws IOException {
        if (!ended) {
            exchange.setPersistent(false);
        }
        super.terminateReads();
    }
}
