package io.tidemark.content;

/** Checksums of a body besides its hash, by which clients compare what they have with what is stored. */
public record Sums(byte[] md5, byte[] sha1) {

    /** Takes the sums of a whole body. */
    public static Sums of(byte[] body) {
        SumTaker taker = new SumTaker();
        taker.update(body, 0, body.length);
        return taker.finish();
    }
}
