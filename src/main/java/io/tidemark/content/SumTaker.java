package io.tidemark.content;

import java.security.MessageDigest;

/** Takes the {@link Sums} of a body on its way. */
final class SumTaker {

    private final MessageDigest md5 = Digests.digest("MD5");
    private final MessageDigest sha1 = Digests.digest("SHA-1");

    void update(byte[] buffer, int offset, int length) {
        md5.update(buffer, offset, length);
        sha1.update(buffer, offset, length);
    }

    /** The sums of all that came. */
    Sums finish() {
        return new Sums(md5.digest(), sha1.digest());
    }
}
