package io.tidemark.content;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Checksum;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Adler32;

/** The hash of a body on its way, and the checksums that the client wants compared. */
final class Digests {

    private final MessageDigest hash = digest("SHA-256");
    private final SumTaker sums = new SumTaker();
    private final Map<Checksum, MessageDigest> expected = new HashMap<>();
    private final Map<Checksum, Adler32> expectedAdler = new HashMap<>();

    Digests(List<Checksum> checksums) {
        for (Checksum checksum : checksums) {
            if (checksum.algorithm().equals(Checksum.ADLER32)) {
                expectedAdler.put(checksum, new Adler32());
            } else {
                expected.put(checksum, digest(checksum.algorithm()));
            }
        }
    }

    void update(byte[] buffer, int offset, int length) {
        hash.update(buffer, offset, length);
        sums.update(buffer, offset, length);
        expected.values().forEach(digest -> digest.update(buffer, offset, length));
        expectedAdler.values().forEach(adler -> adler.update(buffer, offset, length));
    }

    /** The hash of all that came, once every expected checksum has been found right. */
    ContentHash finish() {
        expected.forEach((checksum, digest) -> compare(checksum, HexFormat.of().formatHex(digest.digest())));
        expectedAdler.forEach(
                (checksum, adler) -> compare(checksum, HexFormat.of().toHexDigits(adler.getValue(), 8)));
        return ContentHash.of(hash.digest());
    }

    /** The checksums that are kept of it. */
    Sums sums() {
        return sums.finish();
    }

    private static void compare(Checksum checksum, String found) {
        if (!checksum.value().equals(found)) {
            throw DavException.of(400, Conditions.CHECKSUM_MATCHES);
        }
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
