package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** XML that is meant to take a server's time or memory is refused, with every method that reads XML, before it does. */
@ArquillianTest
@DatabaseIndependent
@RunAsClient
class HostileBodiesIT {
    private static final int MANY = 100_000;
    private static final int NAME = 5 << 20;

    /** An answer takes milliseconds; for one that took what the bodies are meant to take, no client would wait. */
    @Test
    void isRefused() {
        Dav writer = Dav.as("writer");
        writer.put("/files/hostile-body", "x").send().expect(201);
        writer.request("VERSION", "/files/hostile-body").send().expect(200);
        String[] methods = {"PROPFIND", "PROPPATCH", "REPORT", "LOCK", "CHECKOUT", "LABEL", "SETDEFAULT"};
        bodies().forEach((name, body) -> {
            for (String method : methods) {
                int status = writer.request(method, "/files/hostile-body")
                        .body(body)
                        .send()
                        .status();
                assertThat(status).as("%s: %s", method, name).isBetween(400, 499);
            }
            assertThat(writer.request("MKCOL", "/files/hostile-collection/")
                            .body(body)
                            .send()
                            .status())
                    .as("MKCOL: %s", name)
                    .isBetween(400, 499);
        });
        writer.get("/files/hostile-body").send().expect(200);
    }

    private static Map<String, byte[]> bodies() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("entities that multiply", bomb());
        texts.put(
                "one entity, many times",
                "<!DOCTYPE a [<!ENTITY e '" + "x".repeat(50_000) + "'>]><a>" + "&e;".repeat(50_000) + "</a>");
        texts.put("an external entity", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>");
        texts.put("an external document type", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>");
        texts.put("a parameter entity", "<!DOCTYPE a [<!ENTITY % e SYSTEM 'http://127.0.0.1:9/e'> %e;]><a/>");
        texts.put("many levels", "<a>".repeat(MANY) + "</a>".repeat(MANY));
        texts.put("many levels that never end", "<a>".repeat(MANY));
        texts.put("many attributes", "<a " + numbered(" a%d='1'") + "/>");
        texts.put("many namespaces", "<a " + numbered(" xmlns:a%d='u'") + "/>");
        texts.put("many properties", "<propfind xmlns='DAV:'><prop>" + numbered("<a%d/>") + "</prop></propfind>");
        texts.put(
                "many properties to set",
                "<propertyupdate xmlns='DAV:'><set><prop>" + numbered("<a%d/>") + "</prop></set></propertyupdate>");
        texts.put("a long element name", "<" + "a".repeat(NAME) + "/>");
        texts.put("a long attribute name", "<a " + "b".repeat(NAME) + "='1'/>");
        texts.put("a long namespace", "<a xmlns='" + "u".repeat(NAME) + "'/>");
        texts.put("a long comment", "<!--" + "x".repeat(NAME) + "--><a/>");
        texts.put("a long instruction", "<?x " + "x".repeat(NAME) + "?><a/>");
        texts.put("UTF-7", "<?xml version='1.0' encoding='UTF-7'?>+ADw-a/+AD4-");
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        texts.forEach((name, text) -> bodies.put(name, text.getBytes(StandardCharsets.UTF_8)));
        bodies.put("UTF-16 without a mark", "<a/>".getBytes(StandardCharsets.UTF_16BE));
        bodies.put(
                "UTF-16 that says UTF-8",
                "<?xml version='1.0' encoding='UTF-8'?><a/>".getBytes(StandardCharsets.UTF_16));
        bodies.put("octets", new byte[] {0, 1, 2, 3, (byte) 0xFF});
        return bodies;
    }

    private static String bomb() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        IntStream.rangeClosed(1, 50)
                .forEach(i -> xml.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10))));
        return xml + "]><a>&e50;</a>";
    }

    private static String numbered(String format) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, MANY).forEach(i -> text.append(format.formatted(i)));
        return text.toString();
    }
}
