package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One checksum of the {@code OC-Checksum} header, with which clients let an upload be verified.
 *
 * @param algorithm the name that {@link java.security.MessageDigest} knows, or {@code ADLER32}
 * @param value the expected value, in lower-case hexadecimal
 */
public record Checksum(String algorithm, String value) {

    /** The header's name, in uploads and in answers. */
    public static final String HEADER = "OC-Checksum";

    /** The checksum that the Java platform offers as a {@link java.util.zip.Checksum}, not as a digest. */
    public static final String ADLER32 = "ADLER32";

    /**
     * Parses the header: one or more {@code NAME:value}, separated by white space. Algorithms that are not known are left
     * out, as they cannot be verified.
     *
     * @throws DavException 400 when it is malformed
     */
    public static List<Checksum> parse(@Nullable String header) {
        List<Checksum> checksums = new ArrayList<>();
        if (header == null) {
            return checksums;
        }
        for (String part : header.strip().split("\\s+", -1)) {
            int colon = part.indexOf(':');
            String value = part.substring(colon + 1).toLowerCase(Locale.ROOT);
            if (colon <= 0 || value.isEmpty() || !value.chars().allMatch(HexFormat::isHexDigit)) {
                throw DavException.badRequest("The OC-Checksum header is malformed.");
            }
            String algorithm = switch (part.substring(0, colon).toUpperCase(Locale.ROOT)) {
                case "MD5" -> "MD5";
                case "SHA1" -> "SHA-1";
                case "SHA256" -> "SHA-256";
                case "SHA512" -> "SHA-512";
                case "SHA3-256" -> "SHA3-256";
                case ADLER32 -> ADLER32;
                default -> "";
            };
            if (!algorithm.isEmpty()) {
                checksums.add(new Checksum(algorithm, value));
            }
        }
        return checksums;
    }
}
