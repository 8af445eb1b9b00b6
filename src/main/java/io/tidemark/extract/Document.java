package io.tidemark.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document on the disk.
 *
 * @param file where it is
 * @param most how many bytes are read of it, and of what is packed in it
 */
record Document(Path file, long most) {

    /** Its first bytes. */
    byte[] prefix() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Kind.PREFIX);
        }
    }

    /** All of it. */
    byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in).readAllBytes();
        }
    }

    /** The same stream, which fails when more comes out of it than may. */
    InputStream bounded(InputStream in) {
        return new Bounded(in, most);
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("More is packed in it than is read.");
            }
        }
    }
}
