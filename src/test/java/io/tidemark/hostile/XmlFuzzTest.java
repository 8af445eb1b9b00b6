package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bodies are read or refused; what was read means the same when it is kept as text and read again. */
class XmlFuzzTest {
    private final XmlReader reader = new XmlReader(1 << 16, 30, 500);
    private final XmlReader again = new XmlReader(1 << 24, 30, 100_000);

    @FuzzTest(maxDuration = "25s")
    void areReadOrRefused(byte[] body) {
        Optional<XmlElement> read = Hostile.parse(
                () -> reader.readOptional(new ByteArrayInputStream(body)).orElse(null), 400, 413);
        read.ifPresent(this::check);
    }

    private void check(XmlElement element) {
        String kept = element.toXml();
        XmlElement read = again.read(new ByteArrayInputStream(kept.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.name()).isEqualTo(element.name());
        assertThat(read.text()).isEqualTo(element.text());
        assertThat(read.attributes()).containsAllEntriesOf(element.attributes());
        assertThat(read.children()).hasSameSizeAs(element.children());
    }
}
