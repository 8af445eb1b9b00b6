package io.tidemark.signon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is remembered of credentials instead of themselves: an HMAC under a key that this process alone has. */
final class Fingerprint {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** Never used itself: to copy it costs less than to ask the platform for another for each request. */
    private final Mac keyed;

    Fingerprint() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(random, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform lacks " + ALGORITHM + '.', e);
        }
    }

    /** Of equal credentials equal, of others different. */
    String of(BasicCredentials credentials) {
        // No user name holds a colon (RFC 7617, section 2), so that no two pairs are written alike.
        String pair = credentials.user() + ':' + credentials.password();
        try {
            return HexFormat.of().formatHex(((Mac) keyed.clone()).doFinal(pair.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's " + ALGORITHM + " cannot be copied.", e);
        }
    }
}
