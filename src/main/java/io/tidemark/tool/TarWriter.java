package io.tidemark.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** Writes a tar archive (POSIX.1-2001), with pax headers where names and sizes need them. */
final class TarWriter {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int TIME_AT = 136;
    private static final int SUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int DIGITS = 11;
    private static final long MOST = (1L << (3 * DIGITS)) - 1;

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    void directory(String name, Instant time) throws IOException {
        header(name, 0, time, '5');
    }

    void file(String name, Instant time, byte[] content) throws IOException {
        header(name, content.length, time, '0');
        out.write(content);
        pad(content.length);
    }

    void file(String name, Instant time, Path content) throws IOException {
        long size = Files.size(content);
        header(name, size, time, '0');
        Files.copy(content, out);
        pad(size);
    }

    /** Ends the archive. */
    void end() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.flush();
    }

    private void header(String name, long size, Instant time, char type) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        StringBuilder pax = new StringBuilder();
        if (bytes.length > NAME || bytes.length != name.length()) {
            pax.append(record("path", name));
        }
        if (size > MOST) {
            pax.append(record("size", Long.toString(size)));
        }
        if (!pax.isEmpty()) {
            byte[] records = pax.toString().getBytes(StandardCharsets.UTF_8);
            block("pax".getBytes(StandardCharsets.US_ASCII), records.length, time, 'x');
            out.write(records);
            pad(records.length);
        }
        block(Arrays.copyOf(bytes, Math.min(bytes.length, NAME)), Math.min(size, MOST), time, type);
    }

    /** A record says how long it is, its own length included. */
    private static String record(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int all = length + Integer.toString(length).length();
        all = length + Integer.toString(all).length();
        return all + rest;
    }

    private void block(byte[] name, long size, Instant time, char type) throws IOException {
        byte[] block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, name.length);
        put(block, NAME, type == '5' ? "0000755\0000000000\0000000000" : "0000644\0000000000\0000000000");
        put(block, SIZE_AT, octal(size));
        put(block, TIME_AT, octal(Math.min(Math.max(0, time.getEpochSecond()), MOST)));
        put(block, SUM_AT, "        ");
        block[TYPE_AT] = (byte) type;
        put(block, MAGIC_AT, "ustar\00000");
        int sum = 0;
        for (byte octet : block) {
            sum += octet & 0xFF;
        }
        put(block, SUM_AT, String.format("%06o\0 ", sum));
        out.write(block);
    }

    private static String octal(long number) {
        return String.format("%011o", number);
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }
}
