package io.tidemark.traffic;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * An answer whose end needs no thread. What the client does not take at once is kept here, as long as it is little; when the
 * answer is complete the thread goes, and the connection's own thread sends the rest when the client takes it. Otherwise
 * anybody, without a password, could hold a thread for each connection with the refusals that he does not read.
 *
 * <p>While more is to come than is kept, the thread waits, and the client has to take it at a certain pace.
 */
final class ParkedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private static final int MOST_KEPT_BYTES = 16 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final HttpServerExchange exchange;
    private final Pace pace = new Pace();
    private ByteBuffer kept = NOTHING;
    private boolean ended;
    private boolean passedOn;
    private boolean left;

    ParkedAnswer(StreamSinkConduit next, HttpServerExchange exchange) {
        super(next);
        this.exchange = exchange;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int sent = sendKept() ? next.write(from) : 0;
        pace.moved(sent);
        return sent + keep(from);
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long sent = sendKept() ? next.write(from, offset, length) : 0;
        pace.moved(sent);
        int taken = 0;
        for (int i = offset; i < offset + length; i++) {
            if (from[i].hasRemaining()) {
                taken += keep(from[i]);
                if (from[i].hasRemaining()) {
                    break;
                }
            }
        }
        return sent + taken;
    }

    @Override
    public int writeFinal(ByteBuffer from) throws IOException {
        return Conduits.writeFinalBasic(this, from);
    }

    @Override
    public long writeFinal(ByteBuffer[] from, int offset, int length) throws IOException {
        return Conduits.writeFinalBasic(this, from, offset, length);
    }

    @Override
    public long transferFrom(FileChannel from, long position, long count) throws IOException {
        long moved = sendKept() ? next.transferFrom(from, position, count) : 0;
        pace.moved(moved);
        return moved;
    }

    @Override
    public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through) throws IOException {
        if (!sendKept()) {
            // The caller asks whether something is left in the buffer between.
            through.clear().limit(0);
            return 0;
        }
        return next.transferFrom(from, count, through);
    }

    /** Whether nothing of what was kept is left. */
    private boolean sendKept() throws IOException {
        while (kept.hasRemaining()) {
            int sent = next.write(kept);
            pace.moved(sent);
            if (sent == 0) {
                return false;
            }
        }
        kept = NOTHING;
        return true;
    }

    /** Keeps what the client has not taken, if there is room for all of it: a part would be no help. */
    private int keep(ByteBuffer rest) {
        int more = rest.remaining();
        if (more == 0 || kept.remaining() + more > MOST_KEPT_BYTES) {
            return 0;
        }
        kept = ByteBuffer.allocate(kept.remaining() + more).put(kept).put(rest).flip();
        return more;
    }

    @Override
    public void terminateWrites() throws IOException {
        ended = true;
        passEndOn();
    }

    private boolean passEndOn() throws IOException {
        if (!passedOn && sendKept()) {
            passedOn = true;
            next.terminateWrites();
        }
        return passedOn;
    }

    /**
     * Whether all has gone out; once, to a thread that would wait for it, also when the rest is parked. The container asks a
     * second time, on its way out, and leaves what it finds to the connection's thread.
     */
    @Override
    public boolean flush() throws IOException {
        boolean gone = ended ? passEndOn() && next.flush() : sendKept() && next.flush();
        if (gone || !ended || left || exchange.isInIoThread()) {
            return gone;
        }
        left = true;
        return true;
    }

    @Override
    public boolean isWriteShutdown() {
        return ended && !kept.hasRemaining() && super.isWriteShutdown();
    }

    @Override
    public void truncateWrites() throws IOException {
        kept = NOTHING;
        super.truncateWrites();
    }

    @Override
    public void awaitWritable() throws IOException {
        await(super::awaitWritable);
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        await(() -> super.awaitWritable(time, unit));
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
