package io.tidemark.content;

import io.tidemark.kernel.http.Checksum;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hash of a body on its way, and the checksums that the client wants compared. */
final class Digests {

    private final MessageDigest hash = digest("SHA-256");
    private final SumTaker sums = new SumTaker();
    private final AnnouncedChecksums announced;

    Digests(List<Checksum> checksums) {
        this.announced = new AnnouncedChecksums(checksums);
    }

    void update(byte[] buffer, int offset, int length) {
        hash.update(buffer, offset, length);
        sums.update(buffer, offset, length);
        announced.update(buffer, offset, length);
    }

    /** The hash of all that came, once every announced checksum has been found right. */
    ContentHash finish() {
        announced.check();
        return ContentHash.of(hash.digest());
    }

    /** The checksums that are kept of it. */
    Sums sums() {
        return sums.finish();
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
