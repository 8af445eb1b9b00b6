package io.tidemark.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An archive that comes in several requests is unpacked when it is whole, as if it had come at once. */
@ArquillianTest
@RunAsClient
class ResumableImportIT {

    private final Dav writer = Dav.as("writer");
    private final String collection = "/files/imports-" + UUID.randomUUID() + "/";

    @BeforeEach
    void makeCollection() {
        writer.request("MKCOL", collection).send().expect(201);
    }

    @Test
    void nothingShowsBeforeTheArchiveIsWhole() {
        byte[] archive =
                new Tar().directory("d").file("d/a", "in d").file("b", "beside").bytes();
        String upload = begun(Arrays.copyOf(archive, 1_000));
        Uploads.append(writer, upload, 1_000, false, Arrays.copyOfRange(archive, 1_000, 2_000))
                .send()
                .expect(204);
        writer.get(collection + "d/").send().expect(404);
        Answer answer = Uploads.append(writer, upload, 2_000, true, Arrays.copyOfRange(archive, 2_000, archive.length))
                .send()
                .expect(200);
        assertThat(answer.text()).contains("<T:created>2</T:created>");
        assertThat(answer.header("Upload-Complete")).contains("?1");
        assertThat(writer.get(collection + "d/a").send().expect(200).text()).isEqualTo("in d");
        assertThat(writer.get(collection + "b").send().expect(200).text()).isEqualTo("beside");
        assertThat(writer.request("HEAD", upload).send().expect(204).header("Upload-Complete"))
                .contains("?1");
        Uploads.append(writer, upload, archive.length, true, new byte[0]).send().expect(410);
    }

    @Test
    void aRefusedEndTakesNothingAwayAndIsTriedAgain() {
        byte[] archive = new Tar().file("a", "content").bytes();
        String upload = begun(archive);
        String token = Dav.as("admin")
                .request("LOCK", collection)
                .body("<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope>"
                        + "<D:locktype><D:write/></D:locktype></D:lockinfo>")
                .send()
                .expect(200)
                .header("Lock-Token")
                .orElseThrow();
        Uploads.append(writer, upload, archive.length, true, new byte[0]).send().expect(423);
        writer.get(collection + "a").send().expect(404);
        Dav.as("admin")
                .request("UNLOCK", collection)
                .header("Lock-Token", token)
                .send()
                .expect(204);
        Uploads.append(writer, upload, archive.length, true, new byte[0]).send().expect(200);
        assertThat(writer.get(collection + "a").send().expect(200).text()).isEqualTo("content");
    }

    @Test
    void anArchiveThatIsNoneIsRefusedAndStays() {
        String upload = begun("no archive".getBytes(UTF_8));
        assertThat(Uploads.append(writer, upload, 10, true, new byte[0])
                        .send()
                        .expect(400)
                        .text())
                .contains("import-stopped");
        assertThat(Uploads.offset(writer, upload)).isEqualTo(10);
        writer.request("DELETE", upload).send().expect(204);
    }

    private String begun(byte[] bytes) {
        return writer.request("POST", collection)
                .header("Content-Type", "application/x-tar")
                .header("Upload-Complete", "?0")
                .body(bytes)
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
    }
}
