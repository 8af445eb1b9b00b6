package io.tidemark.apppassword;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An app password as its user types it: {@code tm_}, a selector that finds its row, and 160 random bits. They cannot be
 * guessed, so that a fast hash keeps them as well as a slow one would (docs/adr/0014-app-passwords.md).
 *
 * @param selector 80 random bits, which are no secret
 * @param key the secret part
 */
record Secret(String selector, String key) {

    private static final Pattern FORM = Pattern.compile("tm_([0-9a-v]{16})_([0-9a-v]{32})");
    private static final int BITS_PER_DIGIT = 5;
    private static final int RADIX = 1 << BITS_PER_DIGIT;
    private static final int SELECTOR_DIGITS = 16;
    private static final int KEY_DIGITS = 32;

    /** A new one. */
    static Secret random(SecureRandom random) {
        return new Secret(digits(random, SELECTOR_DIGITS), digits(random, KEY_DIGITS));
    }

    /** What a client sent; empty when it does not look like an app password. */
    static Optional<Secret> parse(String password) {
        Matcher found = FORM.matcher(password);
        return found.matches() ? Optional.of(new Secret(found.group(1), found.group(2))) : Optional.empty();
    }

    /** What is kept of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform lacks SHA-256.", e);
        }
    }

    /** Whether it is the one of which this was kept; it takes as long whatever the answer. */
    boolean matches(byte[] kept) {
        return MessageDigest.isEqual(hash(), kept);
    }

    /** As the user types it. */
    String text() {
        return "tm_" + selector + '_' + key;
    }

    /** It never shows where an object is printed. */
    @Override
    public String toString() {
        return "tm_" + selector + "_...";
    }

    private static String digits(SecureRandom random, int count) {
        String digits = new BigInteger(count * BITS_PER_DIGIT, random).toString(RADIX);
        return "0".repeat(count - digits.length()) + digits;
    }
}
