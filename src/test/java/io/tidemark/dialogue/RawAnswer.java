package io.tidemark.dialogue;

import io.tidemark.dialogue.Exchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer as it came over the wire, in ISO 8859-1 so that each character is one byte. */
record RawAnswer(int status, List<Header> headers, String body) {
    static RawAnswer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            throw new AssertionError("No HTTP answer: " + text);
        }
        int status = Integer.parseInt(text.substring(9, 12));
        String rest = text.substring(end + 4);
        if (status == 100) {
            return parse(rest);
        }
        List<Header> headers =
                text.substring(0, end).lines().skip(1).map(Header::parse).toList();
        boolean chunked = headers.stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Transfer-Encoding")
                        && header.value().equalsIgnoreCase("chunked"));
        String body = chunked && !rest.isEmpty() ? unchunk(rest) : rest;
        return new RawAnswer(
                status, headers, new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    private static String unchunk(String text) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = text.indexOf("\r\n", at);
            if (line < 0) {
                throw new AssertionError("The answer breaks off: " + body);
            }
            int size = Integer.parseInt(text.substring(at, line).strip(), 16);
            if (size == 0) {
                return body.toString();
            }
            body.append(text, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
    }
}
