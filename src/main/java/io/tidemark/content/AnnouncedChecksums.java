package io.tidemark.content;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Checksum;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Adler32;

/** The checksums that a client wants compared with what arrives. */
public final class AnnouncedChecksums {

    private final Map<Checksum, MessageDigest> digests = new HashMap<>();
    private final Map<Checksum, Adler32> adlers = new HashMap<>();

    /** Those of a request. */
    public AnnouncedChecksums(List<Checksum> checksums) {
        for (Checksum checksum : checksums) {
            if (checksum.algorithm().equals(Checksum.ADLER32)) {
                adlers.put(checksum, new Adler32());
            } else {
                digests.put(checksum, Digests.digest(checksum.algorithm()));
            }
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return digests.isEmpty() && adlers.isEmpty();
    }

    /** Takes more of what arrives. */
    public void update(byte[] buffer, int offset, int length) {
        digests.values().forEach(digest -> digest.update(buffer, offset, length));
        adlers.values().forEach(adler -> adler.update(buffer, offset, length));
    }

    /**
     * Compares them with all that arrived.
     *
     * @throws DavException 400 {@code checksum-matches}
     */
    public void check() {
        digests.forEach((checksum, digest) -> compare(checksum, HexFormat.of().formatHex(digest.digest())));
        adlers.forEach((checksum, adler) -> compare(checksum, HexFormat.of().toHexDigits(adler.getValue(), 8)));
    }

    private static void compare(Checksum checksum, String found) {
        if (!checksum.value().equals(found)) {
            throw DavException.of(400, Conditions.CHECKSUM_MATCHES);
        }
    }
}
