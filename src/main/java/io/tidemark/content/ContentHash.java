package io.tidemark.content;

import io.tidemark.kernel.http.EntityTag;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of a body: its address, and what its entity tag is made of. */
public final class ContentHash {

    /** The hash's length in bytes. */
    public static final int LENGTH = 32;

    private static final int TAG_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private ContentHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash that those bytes are. */
    public static ContentHash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A SHA-256 has " + LENGTH + " bytes.");
        }
        return new ContentHash(bytes.clone());
    }

    /** The hash that {@link #toString} wrote. */
    public static ContentHash parse(String hex) {
        return of(HEX.parseHex(hex));
    }

    /** The hash as bytes, in an array of the caller's own. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The strong entity tag of every resource that has this body: half the hash tells bodies apart well enough. */
    public EntityTag entityTag() {
        return new EntityTag(false, HEX.formatHex(bytes, 0, TAG_BYTES));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The hash in lower-case hexadecimal. */
    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
