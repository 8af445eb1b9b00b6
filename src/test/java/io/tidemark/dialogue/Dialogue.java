package io.tidemark.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidemark.dialogue.Exchange.Header;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds one dialogue with the server and compares its answers. */
public final class Dialogue {
    private final DialogueFile file;
    private final Placeholders placeholders;
    private final String host = URI.create(Dav.url("/")).getAuthority();

    Dialogue(DialogueFile file) {
        this(file, new Placeholders());
    }

    /** A dialogue in which something is known already. */
    public Dialogue(DialogueFile file, Placeholders known) {
        this.file = file;
        this.placeholders = known;
    }

    /** Holds it in a new collection of its own. */
    void hold() throws Exception {
        String collection = "/files/" + file.name().replace('/', '-');
        Dav.as("writer").request("MKCOL", collection + "/").send().expect(201);
        placeholders.set("c", collection);
        exchange();
    }

    /** Holds it; afterwards its placeholders are known. */
    public void exchange() throws Exception {
        placeholders.set("host", host);
        for (Exchange exchange : file.exchanges()) {
            hold(exchange);
        }
    }

    private void hold(Exchange exchange) throws Exception {
        String request = request(exchange);
        RawAnswer answer = RawAnswer.parse(send(request));
        String situation = "%s.dav:%d%n%s%n--- was answered with %d%n%s%n%s"
                .formatted(
                        file.name(),
                        exchange.line(),
                        request.replace("\r", ""),
                        answer.status(),
                        answer.headers().stream()
                                .map(header -> header.name() + ": " + header.value())
                                .collect(Collectors.joining("\n")),
                        answer.body());
        assertThat(answer.status()).as(situation).isEqualTo(exchange.status());
        exchange.expectedHeaders().forEach(header -> compare(header, answer, situation));
        compareBody(exchange.expectedBody(), answer.body(), situation);
    }

    private String request(Exchange exchange) {
        StringBuilder request = new StringBuilder(exchange.method() + ' ' + placeholders.fillWhole(exchange.target())
                + " HTTP/1.1\r\nConnection: close\r\n");
        List<Header> headers = new ArrayList<>(exchange.requestHeaders());
        addUnlessThere(headers, "Host", host);
        if (!exchange.user().equals("nobody")) {
            addUnlessThere(headers, "Authorization", Dav.basic(exchange.user(), exchange.user()));
        }
        String body = exchange.requestBody() == null ? null : bytes(placeholders.fillWhole(exchange.requestBody()));
        boolean chunked = headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("Transfer-Encoding"));
        if (body != null && chunked) {
            body = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        } else if (body != null) {
            addUnlessThere(headers, "Content-Length", Integer.toString(body.length()));
        }
        headers.forEach(header -> request.append(header.name())
                .append(": ")
                .append(bytes(placeholders.fillWhole(header.value())))
                .append("\r\n"));
        return request.append("\r\n").append(body == null ? "" : body).toString();
    }

    private static String send(String request) throws IOException {
        try (var wire = Wire.open()) {
            return wire.send(request.getBytes(StandardCharsets.ISO_8859_1)).readAll();
        }
    }

    private void compare(Header expected, RawAnswer answer, String situation) {
        List<String> values = answer.values(expected.name());
        if (expected.value().equals("-")) {
            assertThat(values)
                    .as("%s in the answer to %s", expected.name(), situation)
                    .isEmpty();
        } else if (values.stream().noneMatch(value -> placeholders.match(expected.value(), value))) {
            fail("Expected the header %s: %s%nof %s", expected.name(), placeholders.fill(expected.value()), situation);
        }
    }

    private void compareBody(List<String> expected, String body, String situation) throws Exception {
        if (expected.isEmpty()) {
            return;
        }
        String first = expected.get(0);
        if (first.equals("(empty)")) {
            assertThat(body).as(situation).isEmpty();
        } else if (first.startsWith("~") || first.startsWith("!~")) {
            expected.forEach(line -> compareExcerpt(placeholders.fill(line), body, situation));
        } else if (first.startsWith("<")) {
            compareXml(String.join("\n", expected), body, situation);
        } else if (!placeholders.match(String.join("\n", expected), body)) {
            assertThat(body).as(situation).isEqualTo(placeholders.fill(String.join("\n", expected)));
        }
    }

    private static void compareExcerpt(String line, String body, String situation) {
        if (line.startsWith("!~")) {
            assertThat(body).as(situation).doesNotContain(line.substring(2).strip());
        } else {
            assertThat(body).as(situation).contains(line.substring(1).strip());
        }
    }

    private void compareXml(String expected, String body, String situation) throws Exception {
        List<String> wanted = CanonicalXml.lines(placeholders.fill(expected));
        List<String> found;
        try {
            found = CanonicalXml.lines(body);
        } catch (Exception e) {
            throw new AssertionError("No XML: " + situation, e);
        }
        boolean same = wanted.size() == found.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = placeholders.match(wanted.get(i), found.get(i));
        }
        if (!same) {
            assertThat(String.join("\n", found)).as(situation).isEqualTo(String.join("\n", wanted));
            fail(situation);
        }
    }

    private static void addUnlessThere(List<Header> headers, String name, String value) {
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(name))) {
            headers.add(new Header(name, value));
        }
    }

    /** Text as its bytes in UTF-8, each a character. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
