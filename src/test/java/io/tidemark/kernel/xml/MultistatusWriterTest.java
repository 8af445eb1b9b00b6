package io.tidemark.kernel.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultistatusWriterTest {
    @Test
    void withoutResponsesItIsStillADocument() {
        assertThat(write(writer -> {}).name()).isEqualTo(Rfc4918.MULTISTATUS);
    }

    @Test
    void beginsWithADeclaration() {
        assertThat(text(writer -> {})).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus ");
    }

    @Test
    void aResponseHasAnHrefAStatusAndWhatExplainsIt() {
        var response = write(writer -> writer.response("/files/a%20b", 423, Conditions.LOCK_TOKEN_SUBMITTED))
                .children()
                .get(0);
        assertThat(response.children())
                .extracting(child -> child.name().getLocalPart())
                .containsExactly("href", "status", "error");
        assertThat(response.child(Rfc4918.HREF).orElseThrow().text()).isEqualTo("/files/a%20b");
        assertThat(response.child(Rfc4918.STATUS).orElseThrow().text()).isEqualTo("HTTP/1.1 423 Locked");
        assertThat(response.child(Rfc4918.ERROR).orElseThrow().children().get(0).name())
                .isEqualTo(Conditions.LOCK_TOKEN_SUBMITTED.name());
    }

    @Test
    void aConditionHasItsDetailsInside() {
        var condition = Conditions.NO_CONFLICTING_LOCK.at(List.of("/files/a", "/files/b"));
        var written = write(writer -> writer.response("/files/", 423, condition))
                .children()
                .get(0)
                .child(Rfc4918.ERROR)
                .orElseThrow()
                .children()
                .get(0);
        assertThat(written.children(Rfc4918.HREF)).extracting(XmlElement::text).containsExactly("/files/a", "/files/b");
    }

    @Test
    void aPropstatHasItsPropertiesThenItsStatusThenItsCondition() {
        var propstat = write(writer -> writer.response(
                        "/files/a",
                        () -> writer.propstat(
                                403,
                                List.of(new QName("urn:n", "a"), new QName("b")),
                                Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY)))
                .children()
                .get(0)
                .child(Rfc4918.PROPSTAT)
                .orElseThrow();
        assertThat(propstat.children())
                .extracting(child -> child.name().getLocalPart())
                .containsExactly("prop", "status", "error");
        assertThat(propstat.child(Rfc4918.PROP).orElseThrow().children())
                .extracting(XmlElement::name)
                .containsExactly(new QName("urn:n", "a"), new QName("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                ">",
                "&",
                "\"",
                "'",
                "]]>",
                "\r",
                "\r\n",
                "a\tb\nc",
                "é日😀",
                "\uFFFD",
                "\u0085",
                "\u2028",
                "<!--",
                "<![CDATA[",
                "&amp;"
            })
    void anyTextSurvives(String value) {
        var name = new QName("urn:n", "p");
        var prop = write(writer -> writer.response(
                        "/files/a", () -> writer.propstat(200, xml -> xml.element(name, "[" + value + "]"))))
                .children()
                .get(0)
                .child(Rfc4918.PROPSTAT)
                .flatMap(propstat -> propstat.child(Rfc4918.PROP))
                .orElseThrow();
        assertThat(prop.child(name).orElseThrow().text()).isEqualTo("[" + value + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0001",
                "\u0008",
                "\u000B",
                "\u001F",
                "\uFFFE",
                "\uFFFF",
                "\uD83D",
                "\uDE00",
                "\uDE00\uD83D"
            })
    void charactersThatNoDocumentCanHoldAreReplaced(String value) {
        var xml = text(writer -> writer.response(
                "/files/a",
                () -> writer.propstat(
                        200,
                        prop -> prop.element(Rfc4918.DISPLAYNAME, "[" + value + "]")
                                .emptyWith(Rfc3253.SUPPORTED_METHOD, "name", "[" + value + "]"))));
        assertThat(parse(xml)).isNotNull();
        assertThat(xml).contains(">[" + "\uFFFD".repeat(value.length()) + "]<");
        assertThat(xml).contains("\"[" + "\uFFFD".repeat(value.length()) + "]\"");
    }

    @Test
    void aNamespaceIsEscapedToo() {
        var name = new QName("urn:a&b\"<c", "p");
        var prop = write(writer -> writer.response("/files/a", () -> writer.propstat(404, List.of(name), null)))
                .children()
                .get(0)
                .child(Rfc4918.PROPSTAT)
                .flatMap(propstat -> propstat.child(Rfc4918.PROP))
                .orElseThrow();
        assertThat(prop.children()).extracting(XmlElement::name).containsExactly(name);
    }

    @Test
    void elementsOfForeignNamespacesCanNest() {
        var outer = new QName("urn:one", "a");
        var inner = new QName("urn:two", "b");
        var written = write(writer -> writer.xml()
                        .start(outer)
                        .start(inner)
                        .empty(outer)
                        .end()
                        .empty(outer)
                        .end())
                .children()
                .get(0);
        assertThat(written.name()).isEqualTo(outer);
        assertThat(written.children()).extracting(XmlElement::name).containsExactly(inner, outer);
        assertThat(written.children().get(0).children())
                .extracting(XmlElement::name)
                .containsExactly(outer);
    }

    @Test
    void aLongAnswerIsWholeWhereverItsBufferEnds() {
        var name = "😀é<&".repeat(20);
        var responses = write(writer -> {
                    for (int i = 0; i < 5_000; i++) {
                        int number = i;
                        writer.response(
                                "/files/" + i,
                                () -> writer.propstat(200, xml -> xml.element(Rfc4918.DISPLAYNAME, name + number)));
                    }
                })
                .children();
        assertThat(responses)
                .hasSize(5_000)
                .allSatisfy(response -> assertThat(response.child(Rfc4918.PROPSTAT)
                                .flatMap(propstat -> propstat.child(Rfc4918.PROP))
                                .flatMap(prop -> prop.child(Rfc4918.DISPLAYNAME))
                                .orElseThrow()
                                .text())
                        .startsWith(name));
    }

    @Test
    void sendsWhileItWrites() {
        var sent = new ByteArrayOutputStream();
        try (var writer = new MultistatusWriter(sent)) {
            for (int i = 0; i < 1_000; i++) {
                writer.response("/files/" + i, 404, null);
            }
            assertThat(sent.size()).isPositive();
        }
    }

    @Test
    void aClientThatHasGoneEndsIt() {
        var gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        var writer = new MultistatusWriter(gone);
        assertThatThrownBy(writer::flush).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 400, 403, 404, 409, 412, 422, 423, 424, 502, 507})
    void aStatusLineHasItsPhrase(int status) {
        assertThat(StatusLine.of(status))
                .matches("HTTP/1\\.1 " + status + " [A-Z][A-Za-z ]+")
                .doesNotEndWith(" Status");
    }

    @Test
    void aConditionWithoutDetailsIsEmpty() {
        assertThat(text(writer -> MultistatusWriter.write(Condition.tidemark("x"), writer.xml())))
                .contains("<T:x/>");
    }

    private static XmlElement write(Consumer<MultistatusWriter> content) {
        return parse(text(content));
    }

    private static String text(Consumer<MultistatusWriter> content) {
        var out = new ByteArrayOutputStream();
        try (var writer = new MultistatusWriter(out)) {
            content.accept(writer);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static XmlElement parse(String xml) {
        return new XmlReader(Long.MAX_VALUE, 100, Integer.MAX_VALUE)
                .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
