package io.tidemark.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What a client may store in properties has a ceiling, however it is put together. */
@ArquillianTest
@RunAsClient
class LargePropertiesIT {
    private final Dav writer = Dav.as("writer");

    @Test
    void aResourceHasTwoThousandDeadPropertiesAtMost() {
        String file = make("many");
        assertThat(set(file, "", "", 2_000)).doesNotContain("HTTP/1.1 507");
        assertThat(set(file, "", "q", 1)).contains("HTTP/1.1 507", "too-many-properties");
        assertThat(set(file, "", "", 2_000)).doesNotContain("HTTP/1.1 507");
    }

    @Test
    void namespacesThatEachPropertyWouldKeepCountToo() {
        String file = make("namespaces");
        String declarations = IntStream.range(0, 4_000)
                .mapToObj(i -> " xmlns:a" + i + "='urn:x'")
                .collect(Collectors.joining());
        assertThat(set(file, declarations, "", 10)).doesNotContain("HTTP/1.1 507");
        assertThat(set(file, declarations, "", 200)).contains("HTTP/1.1 507", "too-many-properties");
    }

    private String make(String name) {
        String file = "/files/large-properties-" + name;
        writer.put(file, "x").send().expect(201);
        return file;
    }

    private String set(String file, String declarations, String prefix, int count) {
        String properties = IntStream.range(0, count)
                .mapToObj(i -> "<p" + prefix + i + "/>")
                .collect(Collectors.joining());
        return writer.request("PROPPATCH", file)
                .body("<D:propertyupdate xmlns:D='DAV:'" + declarations + "><D:set><D:prop>" + properties
                        + "</D:prop></D:set></D:propertyupdate>")
                .send()
                .expect(207)
                .text();
    }
}
