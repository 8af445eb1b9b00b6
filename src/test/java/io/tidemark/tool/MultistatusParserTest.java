package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class MultistatusParserTest {

    private static final String PAGE = """
            <?xml version="1.0" encoding="utf-8"?>
            <m:multistatus xmlns:m="DAV:" xmlns:o="urn:other">
            <m:response><m:href> /c/a&amp;b </m:href>
              <m:propstat><m:prop><m:resourcetype/><m:getetag>"1<![CDATA[2]]>"</m:getetag>
                <m:getlastmodified>Sun, 06 Nov 1994 08:49:37 GMT</m:getlastmodified><o:getetag>"no"</o:getetag>
                <m:resource-id><m:href>urn:uuid:7</m:href></m:resource-id></m:prop>
                <m:status>HTTP/1.1 200 OK</m:status></m:propstat>
              <m:propstat><m:prop><m:getetag>"absent"</m:getetag></m:prop><m:status>HTTP/1.1 404 Not Found</m:status>
              </m:propstat></m:response>
            <m:response><m:href>/c/d/</m:href><m:propstat><m:prop><m:resourcetype><o:x/><m:collection/></m:resourcetype>
              </m:prop><m:status>HTTP/1.1 200 OK</m:status></m:propstat></m:response>
            <m:response><m:href>/c/gone</m:href><m:status>HTTP/1.1 404 Not Found</m:status></m:response>
            <m:response><m:href>/c/</m:href><m:status>HTTP/1.1 507 Insufficient Storage</m:status>
              <m:error><m:number-of-matches-within-limits/></m:error></m:response>
            <m:sync-token>urn:t:1</m:sync-token>
            </m:multistatus>
            """;

    @Test
    void readsWhatAMirrorNeeds() throws XMLStreamException {
        SyncPage page = MultistatusParser.parse(stream(PAGE));

        assertThat(page.token()).isEqualTo("urn:t:1");
        assertThat(page.responses()).hasSize(4);
        SyncResponse file = page.responses().get(0);
        assertThat(file.href()).isEqualTo("/c/a&b");
        assertThat(file.isPresent()).isTrue();
        assertThat(file.collection()).isFalse();
        assertThat(file.etag()).isEqualTo("\"12\"");
        assertThat(file.modified()).contains(Instant.parse("1994-11-06T08:49:37Z"));
        assertThat(file.resourceId()).isEqualTo("urn:uuid:7");
        assertThat(page.responses().get(1).collection()).isTrue();
        assertThat(page.responses().get(2).isRemoved()).isTrue();
        assertThat(page.responses().get(3).has("number-of-matches-within-limits"))
                .isTrue();
    }

    @Test
    void neverTakesACutOffAnswerForAWholeOne() {
        String whole = PAGE.strip();
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> MultistatusParser.parse(stream(cut)))
                    .as("%d characters", length)
                    .isInstanceOf(XMLStreamException.class);
        }
    }

    @Test
    void readsNoEntityOfOthers() {
        String page = "<!DOCTYPE m [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><multistatus xmlns='DAV:'>"
                + "<sync-token>&e;</sync-token></multistatus>";
        assertThatThrownBy(() -> MultistatusParser.parse(stream(page))).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void readsConditions() {
        assertThat(MultistatusParser.conditions(stream("<error xmlns='DAV:'><valid-sync-token/></error>")))
                .containsExactly("valid-sync-token");
        assertThat(MultistatusParser.conditions(stream("not XML"))).isEmpty();
        assertThat(MultistatusParser.conditions(stream(""))).isEmpty();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
