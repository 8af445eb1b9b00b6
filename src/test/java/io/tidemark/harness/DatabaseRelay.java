package io.tidemark.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lies between the server under test and its PostgreSQL, and counts exchanges: how often the server asked something and
 * waited for an answer. That is what a distance between the two multiplies.
 */
public final class DatabaseRelay implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DatabaseRelay.class.getName());
    private static final AtomicLong EXCHANGES = new AtomicLong();

    private final ServerSocket listener;
    private final int database;

    private DatabaseRelay(ServerSocket listener, int database) {
        this.listener = listener;
        this.database = database;
    }

    static DatabaseRelay to(int port) throws IOException {
        var relay = new DatabaseRelay(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), port);
        start(relay::accept);
        return relay;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many exchanges all of the server's connections have had. */
    public static long exchanges() {
        return EXCHANGES.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket server = listener.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), database);
                server.setTcpNoDelay(true);
                there.setTcpNoDelay(true);
                var asking = new AtomicBoolean();
                start(() -> pass(server, there, () -> {
                    if (asking.compareAndSet(false, true)) {
                        EXCHANGES.incrementAndGet();
                    }
                }));
                start(() -> pass(there, server, () -> asking.set(false)));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "The relay takes no more connections", e);
            }
        }
    }

    private static void pass(Socket from, Socket to, Runnable passed) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                passed.run();
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection to the database ended", e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "database relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
