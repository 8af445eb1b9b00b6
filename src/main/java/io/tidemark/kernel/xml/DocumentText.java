package io.tidemark.kernel.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an XML document, decoded strictly, in the encoding that its first bytes show (XML 1.0, appendix F). The JDK's
 * parser would decode it, too, but writes to the server's console what it cannot.
 *
 * @param text the text, without a byte order mark
 * @param names what the document may call its encoding
 * @param mayBeSilent whether it need not: it is in UTF-8, or has a mark
 */
record DocumentText(Reader text, Set<String> names, boolean mayBeSilent) {

    private static final int START = 256;
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml[^>]*?encoding[ \\t\\r\\n]*=[ \\t\\r\\n]*[\"']([0-9A-Za-z._-]++)[\"']");

    /** RFC 4918, section 19 asks for UTF-8 and UTF-16; the others write a part of Unicode in one way only. */
    private static final Map<String, Charset> DECLARABLE =
            Map.of("iso-8859-1", StandardCharsets.ISO_8859_1, "us-ascii", StandardCharsets.US_ASCII);

    private static final Set<String> UTF_8 = Set.of("utf-8");
    private static final Set<String> UTF_16BE = Set.of("utf-16", "utf-16be");
    private static final Set<String> UTF_16LE = Set.of("utf-16", "utf-16le");

    /** Looks at the first bytes; null where there are none. */
    static @Nullable DocumentText of(InputStream body) throws IOException {
        PushbackInputStream in = new PushbackInputStream(body, START);
        byte[] start = in.readNBytes(START);
        if (start.length == 0) {
            return null;
        }
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new DocumentText(text(in, start, 3, StandardCharsets.UTF_8), UTF_8, true);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new DocumentText(text(in, start, 2, StandardCharsets.UTF_16BE), UTF_16BE, true);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new DocumentText(text(in, start, 2, StandardCharsets.UTF_16LE), UTF_16LE, true);
        }
        if (begins(start, 0, '<', 0, '?')) {
            return new DocumentText(text(in, start, 0, StandardCharsets.UTF_16BE), UTF_16BE, false);
        }
        if (begins(start, '<', 0, '?', 0)) {
            return new DocumentText(text(in, start, 0, StandardCharsets.UTF_16LE), UTF_16LE, false);
        }
        Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
        String name = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : "";
        Charset charset = DECLARABLE.get(name);
        return charset == null
                ? new DocumentText(text(in, start, 0, StandardCharsets.UTF_8), UTF_8, true)
                : new DocumentText(text(in, start, 0, charset), Set.of(name), false);
    }

    private static Reader text(PushbackInputStream in, byte[] start, int skipped, Charset charset) throws IOException {
        in.unread(start, skipped, start.length - skipped);
        // A reader of a decoder, unlike one of a charset, puts nothing in the place of what is malformed.
        return new InputStreamReader(in, charset.newDecoder());
    }

    private static boolean begins(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a document in it may declare this encoding, or none (null). */
    boolean mayDeclare(@Nullable String encoding) {
        return encoding == null ? mayBeSilent : names.contains(encoding.toLowerCase(Locale.ROOT));
    }
}
