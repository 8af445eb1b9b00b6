package io.tidemark.files;

import io.tidemark.kernel.http.ByteRanges.Slice;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file's content. */
@FunctionalInterface
interface BodySlice extends StreamingOutput {

    int BUFFER = 128 * 1024;

    /** A part of a body that is in memory. */
    static BodySlice of(byte[] body, Slice slice) {
        return out -> out.write(body, Math.toIntExact(slice.first()), Math.toIntExact(slice.length()));
    }

    /** A part of a body that is in a file, which is closed when the part has been written. */
    static BodySlice of(FileChannel file, Slice slice) {
        return out -> {
            try (file) {
                copy(file, slice, out);
            }
        };
    }

    private static void copy(FileChannel file, Slice slice, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, slice.length())];
        long position = slice.first();
        long left = slice.length();
        while (left > 0) {
            int read = file.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, left)), position);
            if (read < 0) {
                throw new IOException("A stored body is shorter than its length.");
            }
            out.write(buffer, 0, read);
            position += read;
            left -= read;
        }
    }
}
