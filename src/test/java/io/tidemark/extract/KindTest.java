package io.tidemark.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of documents of each kind. */
class KindTest {

    private static final long MOST_BYTES = 1 << 22;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "hello there, TEXT",
        "# A heading, TEXT",
        "'a < b > c', TEXT",
        "<p>Hello</p>, HTML",
        "'\n<!DOCTYPE html><title>x</title>', HTML",
        "'<!-- by hand -->\n<html>', HTML",
        "<?xml version='1.0'?><feed/>, TEXT",
        "%PDF-1.7, PDF",
        "'From: a@b\nTo: c@d\nSubject: x\n\ny', MAIL",
        "'From: me, to you', TEXT",
    })
    void aKindShowsAtTheBeginning(String document, Kind kind) {
        assertThat(Kind.of(document.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
    }

    @Test
    void bytesThatNoTextHasAreNotRead() throws IOException {
        assertThat(read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1})).isEmpty();
    }

    @Test
    void textIsReadInItsEncoding() throws IOException {
        assertThat(read("Größe".getBytes(StandardCharsets.UTF_8))).isEqualTo("Größe");
        assertThat(read("Größe".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Größe");
        assertThat(read("\uFEFFGröße".getBytes(StandardCharsets.UTF_16LE))).contains("Größe");
    }

    @Test
    void aPageIsReadAsItShows() throws IOException {
        assertThat(
                        read(
                                "<html><head><title>Fox&amp;Hound</title><script>var hidden</script></head><body><p>quick<b>brown</b>ie<br>&uuml;ber<img alt='picture'></body>"))
                .contains("Fox&Hound", "quickbrownie\n", "über\n", "picture")
                .doesNotContain("hidden", "<");
    }

    @Test
    void aPdfIsRead() throws IOException {
        assertThat(read(Documents.pdf("The quick brown fox"))).contains("quick brown fox");
    }

    @Test
    void officeDocumentsAreRead() throws IOException {
        assertThat(read(Documents.docx("in", "voice", " paid"))).contains("invoice paid");
        assertThat(read(Documents.openXml(
                        "xl/sharedStrings.xml", "<sst><si><t>apples</t></si><si><t>pears</t></si></sst>")))
                .containsPattern("apples\\s+pears");
        assertThat(read(Documents.openXml(
                        "ppt/slides/slide1.xml", "<p:sld xmlns:p='p'><a xmlns='a'>slides</a></p:sld>")))
                .contains("slides");
        assertThat(read(Documents.archive(
                        "mimetype",
                        "application/vnd.oasis.opendocument.text",
                        "content.xml",
                        "<office xmlns='o'><p>open<span>document</span></p><p>text</p></office>")))
                .containsPattern("opendocument\\s+text");
    }

    @Test
    void otherArchivesHaveNoText() throws IOException {
        assertThat(read(Documents.archive("a.txt", "hello"))).isEmpty();
    }

    @Test
    void aMailIsRead() throws IOException {
        assertThat(read("""
                From: Ann <ann@example.com>
                To: bob@example.com
                Subject: =?utf-8?Q?=C3=9Cberblick?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                aGVsbG8gbWFpbA==
                --b
                Content-Type: application/octet-stream

                attached
                --b--
                """)).contains("Ann", "Überblick", "hello mail").doesNotContain("attached");
    }

    @Test
    void entitiesAreNotResolved() {
        assertThatThrownBy(() -> read(Documents.openXml(
                        "word/document.xml",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>before&b;after</a>")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void soMuchIsUnpackedAndNoMore() {
        assertThatThrownBy(() -> read(Documents.bomb())).hasMessageContaining("More is packed in it");
    }

    @Test
    void ofALongTextTheBeginningIsKept() {
        Text text = new Text(10);
        assertThatThrownBy(() -> Kind.TEXT.read(document("hello ".repeat(10).getBytes(StandardCharsets.UTF_8)), text))
                .isInstanceOf(Text.Full.class);
        assertThat(text.toString()).isEqualTo("hello hell");
    }

    private String read(String document) throws IOException {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    private String read(byte[] document) throws IOException {
        Text text = new Text(1_000);
        Document stored = document(document);
        Kind.of(stored.prefix()).read(stored, text);
        return text.toString();
    }

    private Document document(byte[] bytes) throws IOException {
        return new Document(Files.write(directory.resolve("document"), bytes), MOST_BYTES);
    }
}
