package io.tidemark.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of an upload one after the other, of each as many bytes as are the part's. What is missing is a failure here. */
final class PartStream extends InputStream {

    private final Iterator<Part> parts;
    private final Function<Part, Path> file;
    private @Nullable InputStream current;
    private long left;

    PartStream(List<Part> parts, Function<Part, Path> file) {
        this.parts = parts.iterator();
        this.file = file;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            while (left == 0) {
                close();
                if (!parts.hasNext()) {
                    return -1;
                }
                Part part = parts.next();
                current = Files.newInputStream(file.apply(part));
                left = part.length();
            }
            InputStream in = current;
            int read = in == null ? -1 : in.read(buffer, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("A part of an upload is shorter than it was.");
            }
            left -= read;
            return read;
        } catch (IOException e) {
            // Whoever reads would take it for the client's failure.
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
