package io.tidemark.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which no more than so many bytes can be read between a beginning and an end: they are kept in memory. */
final class HeaderLimit extends FilterInputStream {

    private long left = Long.MAX_VALUE;

    HeaderLimit(InputStream in) {
        super(in);
    }

    void begin(long bytes) {
        left = bytes;
    }

    void end() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("A header is too long.");
        }
    }
}
