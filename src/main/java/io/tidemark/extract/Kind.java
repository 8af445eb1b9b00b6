package io.tidemark.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a document is, as its first bytes tell. What a client said of it does not count: equal contents have equal words, whatever
 * they are called.
 */
enum Kind {
    PDF,
    ARCHIVE,
    HTML,
    MAIL,
    TEXT,
    /** Pictures, sound, programs: what has no words that anybody could type. */
    OTHER;

    /** How many bytes tell. */
    static final int PREFIX = 4_096;

    private static final int SHORTEST_HEADER = 3;

    private static final Pattern MARKUP = Pattern.compile(
            "(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|(html|head|body|title|meta|script|style|div|table|h[1-6]|p|a|b|br|font|iframe|ul|ol)[\\s>/]).*",
            Pattern.DOTALL);
    private static final Pattern HEADERS = Pattern.compile(
            "(from |return-path:|received:|message-id:|mime-version:|delivered-to:|from:|to:|subject:|date:|x-[a-z-]+:).*",
            Pattern.DOTALL);
    private static final Pattern HEADER_LINES =
            Pattern.compile("(?m)^(from|to|subject|date|message-id|mime-version|received|content-type):");

    /** Adds a document's text. */
    void read(Document document, Text text) throws IOException {
        switch (this) {
            case PDF -> Pdf.read(document, text);
            case ARCHIVE -> Office.read(document, text);
            case HTML -> Html.read(document, text);
            case MAIL -> Mail.read(document, text);
            case TEXT -> Plain.read(document, text);
            case OTHER -> {
                // It has none.
            }
        }
    }

    /** The kind of a document that begins with those bytes. */
    static Kind of(byte[] prefix) {
        String raw = new String(prefix, StandardCharsets.ISO_8859_1);
        if (raw.startsWith("%PDF-")) {
            return PDF;
        }
        if (raw.startsWith("PK\u0003\u0004")) {
            return ARCHIVE;
        }
        if (Plain.isBinary(prefix)) {
            return OTHER;
        }
        String start = Plain.decode(prefix).stripLeading().toLowerCase(Locale.ROOT);
        if (MARKUP.matcher(start).matches()) {
            return HTML;
        }
        return HEADERS.matcher(start).matches()
                        && HEADER_LINES
                                        .matcher(start)
                                        .results()
                                        .limit(SHORTEST_HEADER)
                                        .count()
                                == SHORTEST_HEADER
                ? MAIL
                : TEXT;
    }
}
