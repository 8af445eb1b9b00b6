package io.tidemark.kernel.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A property is stored as one element, cut out of its body, and must mean the same when it stands in an answer. */
class XmlElementTest {
    private final XmlReader reader = new XmlReader(1 << 20, 100, 10_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p/>",
                "<p xmlns='urn:a'/>",
                "<a:p xmlns:a='urn:a'/>",
                "<a:p xmlns:a='urn:a'><a:b/></a:p>",
                "<p xmlns='urn:a'><q xmlns=''/></p>",
                "<p xmlns='urn:a'><q xmlns=''><r xmlns='urn:a'/></q></p>",
                "<a:p xmlns:a='urn:a'><a:q xmlns:a='urn:b'/><a:r/></a:p>",
                "<p xmlns:a='urn:a' a:b='1' b='2'/>",
                "<p b='&lt;&amp;&quot;&apos;&#10;&#9;&#13;'/>",
                "<p>&lt;&amp;&gt;\"'</p>",
                "<p>a]]&gt;b</p>",
                "<p>a&#13;b\n\tc</p>",
                "<p> leading and trailing </p>",
                "<p>one<q/>two<q>three</q>four</p>",
                "<p xml:lang='en'><q xml:lang='de'/></p>",
                "<p xml:space='preserve'>  </p>",
                "<p xmlns:a='urn:a'>a:name</p>",
                "<p>é日😀</p>",
                "<é/>",
                "<p xmlns='urn:&amp;&lt;&quot;'/>",
                "<D:p xmlns:D='urn:not-dav'/>",
                "<T:p xmlns:T='urn:mine'/>",
                "<x:p xmlns:x='urn:x'/>",
                "<p xmlns='DAV:'/>",
            })
    void meansTheSameAloneAndInsideAnAnswer(String property) {
        var original =
                read("<set xmlns:D='DAV:'>" + property + "</set>").children().get(0);
        assertSame(read(original.toXml()), original);
        assertSame(inAnswer(original), original);
    }

    @Test
    void prefixesInValuesKeepTheirMeaning() {
        var property = read("<D:set xmlns:D='DAV:' xmlns:s='urn:schema'><D:p type='s:date'>s:value</D:p></D:set>")
                .children()
                .get(0);
        assertThat(inAnswer(property).namespaces().inScope()).containsEntry("s", "urn:schema");
        assertThat(inAnswer(property).attribute("type")).contains("s:date");
    }

    @Test
    void theLanguageOfWhatItStoodInComesAlong() {
        var property = read("<set xml:lang='fr'><p><q/></p></set>").children().get(0);
        var again = inAnswer(property);
        assertThat(again.attributes()).containsEntry(Namespaces.XML_LANG, "fr");
        assertThat(again.children().get(0).lang()).isEqualTo("fr");
        assertThat(again.children().get(0).attributes()).isEmpty();
    }

    @Test
    void aLanguageOfItsOwnStays() {
        var property =
                read("<set xml:lang='fr'><p xml:lang='en'/></set>").children().get(0);
        assertThat(inAnswer(property).attributes()).isEqualTo(Map.of(Namespaces.XML_LANG, "en"));
    }

    @Test
    void childrenAreFoundByName() {
        var element = read("<a xmlns='urn:n'><b>1</b><c/><b>2</b><b xmlns=''>3</b></a>");
        assertThat(element.children(new QName("urn:n", "b")))
                .extracting(XmlElement::text)
                .containsExactly("1", "2");
        assertThat(element.child(new QName("urn:n", "b")).map(XmlElement::text)).contains("1");
        assertThat(element.child(new QName("urn:n", "d"))).isEmpty();
    }

    @Test
    void commentsAndInstructionsCarryNoMeaning() {
        assertSame(read(read("<p><!-- c -->a<?pi pi?>b</p>").toXml()), read("<p>ab</p>"));
    }

    private XmlElement inAnswer(XmlElement element) {
        var out = new ByteArrayOutputStream();
        try (var multistatus = new MultistatusWriter(out)) {
            multistatus.response("/files/a", () -> multistatus.propstat(200, xml -> xml.raw(element.toXml())));
        }
        return reader.read(new ByteArrayInputStream(out.toByteArray()))
                .child(Rfc4918.RESPONSE)
                .flatMap(response -> response.child(Rfc4918.PROPSTAT))
                .flatMap(propstat -> propstat.child(Rfc4918.PROP))
                .orElseThrow()
                .children()
                .get(0);
    }

    /** Compares what the elements mean: names, attributes, languages and content, but not prefixes. */
    private static void assertSame(XmlElement actual, XmlElement expected) {
        assertThat(actual.name()).isEqualTo(expected.name());
        assertThat(actual.attributes()).isEqualTo(expected.attributes());
        assertThat(actual.lang()).isEqualTo(expected.lang());
        assertThat(actual.content()).hasSameSizeAs(expected.content());
        for (int i = 0; i < actual.content().size(); i++) {
            var piece = expected.content().get(i);
            if (piece instanceof XmlElement.Child child) {
                assertThat(actual.content().get(i)).isInstanceOf(XmlElement.Child.class);
                assertSame(((XmlElement.Child) actual.content().get(i)).element(), child.element());
            } else {
                assertThat(actual.content().get(i)).isEqualTo(piece);
            }
        }
    }

    private XmlElement read(String xml) {
        return reader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
