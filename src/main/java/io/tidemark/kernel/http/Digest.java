package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The digests of RFC 9530: of a body that a client sends, and of what it gets. */
public final class Digest {

    /** The header with which a client asks for {@link #REPRESENTATION}. */
    public static final String WANTED = "Want-Repr-Digest";

    /** The digest of what a URL names, whole and without content encoding. */
    public static final String REPRESENTATION = "Repr-Digest";

    /** The digest of a body, which is the same where bodies are whole and without content encoding. */
    public static final String CONTENT = "Content-Digest";

    /** A member of a dictionary, as RFC 8941 writes it, whose value is a byte sequence or a number. */
    private static final Pattern MEMBER =
            Pattern.compile("([a-z*][a-z0-9_.*-]*)=(?::([A-Za-z0-9+/=]*):|(\\d{1,15}))\\s*(?:;.*)?");

    private static final String SHA_256 = "sha-256";

    private Digest() {}

    /**
     * What the digests of a request say of its body. Algorithms that are not known are left out, as they cannot be verified.
     *
     * @throws DavException 400 when the header is malformed
     */
    public static List<Checksum> parse(@Nullable String header) {
        List<Checksum> checksums = new ArrayList<>();
        if (header == null) {
            return checksums;
        }
        for (String part : header.split(",", -1)) {
            Matcher member = MEMBER.matcher(part.strip());
            if (!member.matches() || member.group(2) == null) {
                throw malformed();
            }
            String algorithm = switch (member.group(1)) {
                case SHA_256 -> "SHA-256";
                case "sha-512" -> "SHA-512";
                case "sha" -> "SHA-1";
                case "md5" -> "MD5";
                default -> "";
            };
            if (!algorithm.isEmpty()) {
                checksums.add(new Checksum(algorithm, hex(member.group(2))));
            }
        }
        return checksums;
    }

    /** Whether a client wants the digest that is known of all contents; a header that is malformed asks for nothing. */
    public static boolean isWanted(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String part : header.split(",", -1)) {
            Matcher member = MEMBER.matcher(part.strip().toLowerCase(Locale.ROOT));
            if (member.matches() && member.group(1).equals(SHA_256) && member.group(3) != null) {
                return Long.parseLong(member.group(3)) > 0;
            }
        }
        return false;
    }

    /** The header's value for contents with that SHA-256. */
    public static String of(byte[] sha256) {
        return SHA_256 + "=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    private static String hex(String base64) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static DavException malformed() {
        return DavException.badRequest("A header with a digest is malformed.");
    }
}
