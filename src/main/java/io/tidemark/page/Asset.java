package io.tidemark.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Something that the page is made of, whole and compressed.
 *
 * @param hash the beginning of its SHA-256, in hexadecimal digits
 */
record Asset(String type, byte[] plain, byte[] gzip, String hash) {

    private static final int HASH_DIGITS = 16;

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml");

    /**
     * An asset of the type that a file name says.
     *
     * @throws IllegalArgumentException for a name that says none
     */
    static Asset of(String name, byte[] content) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
            throw new IllegalArgumentException("The page is not made of such a file: " + name);
        }
        String hash = HexFormat.of().formatHex(sha256(content)).substring(0, HASH_DIGITS);
        return new Asset(type, content, compressed(content), hash);
    }

    /** An HTML document. */
    static Asset document(String html) {
        return of("document.html", html.getBytes(StandardCharsets.UTF_8));
    }

    /** A file's name with its content's hash in it. */
    String named(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + '.' + hash + name.substring(dot);
    }

    /** What a Content-Security-Policy calls a script of this text (CSP Level 3, section 2.3.1). */
    static String source(String script) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(script.getBytes(StandardCharsets.UTF_8))) + '\'';
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform lacks SHA-256.", e);
        }
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** It is compressed once, and sent often. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
