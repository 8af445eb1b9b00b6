package io.tidemark.harness;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bodies as no friendly client sends them. */
public final class OddStream extends InputStream {
    private final boolean broken;
    private long served;

    private OddStream(boolean broken) {
        this.broken = broken;
    }

    /** One whose connection is gone. */
    public static OddStream brokenOff() {
        return new OddStream(true);
    }

    /** One that never ends. */
    public static OddStream endless() {
        return new OddStream(false);
    }

    /** How many bytes have been read of it. */
    public long served() {
        return served;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (broken) {
            throw new IOException("reset by peer");
        }
        Arrays.fill(buffer, offset, offset + length, (byte) 'a');
        if (served == 0 && length > 0) {
            buffer[offset] = '<';
        }
        served += length;
        return length;
    }
}
