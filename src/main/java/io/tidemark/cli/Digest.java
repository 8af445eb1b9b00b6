package io.tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Repr-Digest} (RFC 9530): what both sides say of a whole content. */
final class Digest {

    private static final Pattern SHA256 = Pattern.compile("sha-256=:([A-Za-z0-9+/=]*):");
    private static final int BUFFER = 65_536;

    private Digest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(byte[] digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ':';
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return header(digest.digest());
    }

    /** Copies all that comes, and says what it was. */
    static String copy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        return header(digest.digest());
    }

    /** Whether a header that the server sent says something else; one without SHA-256 says nothing. */
    static boolean contradicts(String header, String own) {
        Matcher said = SHA256.matcher(header);
        return said.find() && !own.equals("sha-256=:" + said.group(1) + ':');
    }
}
