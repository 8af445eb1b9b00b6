package io.tidemark.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A bare connection to the server under test, for what no HTTP client sends: odd targets, bodies that break off, two
 * requests at once. Text travels as ISO 8859-1, so that each character is one byte.
 */
public final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int NARROW_BYTES = 4_096;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    public static Wire open() throws IOException {
        return connect(new Socket());
    }

    /** A connection that takes next to nothing of an answer before it is read, so that the server must wait. */
    public static Wire openNarrow() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(NARROW_BYTES);
        return connect(socket);
    }

    private static Wire connect(Socket socket) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Dav.PORT));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        return new Wire(socket);
    }

    /** Sends a whole request, which should say {@code Connection: close}, and returns the whole answer. */
    public static String exchange(String request) throws IOException {
        try (var wire = open()) {
            return wire.send(request).readAll();
        }
    }

    /** Sends text with its line ends as HTTP's. */
    public Wire send(String text) throws IOException {
        return send(text.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes as they are. */
    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more will be sent; what was sent can still be answered. */
    public Wire endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Status line and headers of the next answer, to the empty line. */
    public String readHead() throws IOException {
        var head = new StringBuilder();
        while (head.length() < END_OF_HEAD.length()
                || head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** All that comes until the server closes the connection. */
    public String readAll() throws IOException {
        var all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
