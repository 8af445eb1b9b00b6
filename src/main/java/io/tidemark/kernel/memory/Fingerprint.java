package io.tidemark.kernel.memory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is remembered of secrets instead of themselves: an HMAC under a key that this process alone has. */
public final class Fingerprint {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** Never used itself: to copy it costs less than to ask the platform for another for each request. */
    private final Mac keyed;

    /** One with a key of its own. */
    public Fingerprint() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(random, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform lacks " + ALGORITHM + '.', e);
        }
    }

    /** Of equal secrets equal, of others different. */
    public String of(String secret) {
        try {
            return HexFormat.of().formatHex(((Mac) keyed.clone()).doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's " + ALGORITHM + " cannot be copied.", e);
        }
    }
}
