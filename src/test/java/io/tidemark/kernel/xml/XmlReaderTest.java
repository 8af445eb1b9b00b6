package io.tidemark.kernel.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.OddStream;
import io.tidemark.harness.Refusal;
import io.tidemark.kernel.error.Conditions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_NODES = 100;

    private final XmlReader reader = new XmlReader(MAX_BYTES, MAX_DEPTH, MAX_NODES);

    @Test
    void anElementIsReadWithNamesAttributesAndContentInOrder() {
        var element = read("<a xmlns='urn:n' b='1' xmlns:p='urn:p' p:c='2'>x<p:d/>y</a>");
        assertThat(element.name()).isEqualTo(new QName("urn:n", "a"));
        assertThat(element.attribute("b")).contains("1");
        assertThat(element.attributes()).containsEntry(new QName("urn:p", "c"), "2");
        assertThat(element.content()).hasSize(3);
        assertThat(element.children()).extracting(XmlElement::name).containsExactly(new QName("urn:p", "d"));
        assertThat(element.text()).isEqualTo("xy");
    }

    @Test
    void textIsOnePieceWhateverItIsMadeOf() {
        assertThat(read("<a>1&lt;&amp;&#50;<![CDATA[<3>]]><!-- no --><?no no?>4</a>")
                        .text())
                .isEqualTo("1<&2<3>4");
    }

    @Test
    void languageIsInherited() {
        var outer = read("<a xml:lang='de'><b><c/><d xml:lang=''/></b></a>");
        var inner = outer.children().get(0);
        assertThat(inner.lang()).isEqualTo("de");
        assertThat(inner.children().get(0).lang()).isEqualTo("de");
        assertThat(inner.children().get(1).lang()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1"})
    void theDocumentSaysItsEncoding(String encoding) {
        var xml = "<?xml version='1.0' encoding='" + encoding + "'?><a>é</a>";
        assertThat(reader.read(new ByteArrayInputStream(xml.getBytes(Charset.forName(encoding))))
                        .text())
                .isEqualTo("é");
    }

    @Test
    void aByteOrderMarkIsNoContent() {
        assertThat(read("\uFEFF<a>é</a>").text()).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "x",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>x",
                "<a b='1' b='2'/>",
                "<a b=1/>",
                "<p:a/>",
                "<a p:b='1'/>",
                "<a xmlns:p=''/>",
                "<a>&unknown;</a>",
                "<a>&#0;</a>",
                "<a>&#x1;</a>",
                "<a>\u0001</a>",
                "<a>]]></a>",
                "<a><![CDATA[</a>",
                "<a><!-- -- --></a>",
                "<a xmlns:p='urn:x' xmlns:q='urn:x' p:b='1' q:b='2'/>",
                "<?xml version='1.0' encoding='no-such'?><a/>",
                "{\"json\": true}",
            })
    void whatIsNotWellFormedIsRefused(String xml) {
        Refusal.expect(400, () -> read(xml));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xC3, 0xFF})
    void octetsThatAreNoUtf8AreRefused(int octet) {
        var body = "<a>?</a>".getBytes(StandardCharsets.UTF_8);
        body[3] = (byte) octet;
        Refusal.expect(400, () -> reader.read(new ByteArrayInputStream(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a []><a/>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
                "<!DOCTYPE a PUBLIC '-//x//y' 'http://127.0.0.1:1/x.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY % e SYSTEM 'http://127.0.0.1:1/x'> %e;]><a/>",
                "<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>",
            })
    void aDocumentTypeIsRefusedByName(String xml) {
        var refusal = Refusal.expect(400, () -> read(xml));
        assertThat(refusal.condition()).isEqualTo(Conditions.NO_EXTERNAL_ENTITIES);
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() {
        var xml = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 40; i++) {
            xml.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        Refusal.expect(400, () -> read(xml + "]><a>&e39;</a>"));
    }

    @Test
    void nothingOutsideTheBodyIsRead(@TempDir Path directory) throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "<a>secret</a>");
        Refusal.expect(
                400, () -> read("<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><a xmlns:i='x'>&e;</a>"));
        assertThat(read("<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='" + secret.toUri() + "'/></a>")
                        .text())
                .isEmpty();
    }

    @Test
    void nestingHasALimit() {
        assertThat(read("<a>".repeat(MAX_DEPTH) + "</a>".repeat(MAX_DEPTH))
                        .name()
                        .getLocalPart())
                .isEqualTo("a");
        Refusal.expect(400, () -> read("<a>".repeat(MAX_DEPTH + 1) + "</a>".repeat(MAX_DEPTH + 1)));
    }

    @Test
    void lengthHasALimit() {
        var frame = "<a></a>";
        assertThat(read("<a>" + "x".repeat(MAX_BYTES - frame.length()) + "</a>").text())
                .hasSize(MAX_BYTES - frame.length());
        Refusal.expect(413, () -> read("<a>" + "x".repeat(MAX_BYTES - frame.length() + 1) + "</a>"));
        Refusal.expect(413, () -> read("<a>" + "<b/>".repeat(MAX_BYTES) + "</a>"));
        Refusal.expect(413, () -> read("<!--" + "x".repeat(MAX_BYTES) + "--><a/>"));
    }

    @Test
    void elementsAttributesAndDeclarationsTogetherHaveALimit() {
        assertThat(read("<a>" + "<b/>".repeat(MAX_NODES - 1) + "</a>").children())
                .hasSize(MAX_NODES - 1);
        Refusal.expect(413, () -> read("<a>" + "<b/>".repeat(MAX_NODES) + "</a>"));
        Refusal.expect(413, () -> read("<a>" + "<b c='1'/>".repeat(MAX_NODES / 2) + "</a>"));
        Refusal.expect(413, () -> read("<a>" + "<b xmlns='urn:b'/>".repeat(MAX_NODES / 2) + "</a>"));
    }

    @Test
    void aBodyWithoutEndIsNotReadToIt() {
        var endless = OddStream.endless();
        Refusal.expect(413, () -> reader.read(endless));
        assertThat(endless.served()).isLessThan(MAX_BYTES * 10L);
    }

    @Test
    void anEmptyBodyIsNoneWhereNoneIsNeeded() {
        assertThat(reader.readOptional(InputStream.nullInputStream())).isEmpty();
        Refusal.expect(400, () -> reader.read(InputStream.nullInputStream()));
    }

    @Test
    void aBodyThatBreaksOffIsRefused() {
        Refusal.expect(400, () -> reader.readOptional(OddStream.brokenOff()));
    }

    private XmlElement read(String xml) {
        return reader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
