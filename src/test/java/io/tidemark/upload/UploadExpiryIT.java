package io.tidemark.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.content.ContentStore;
import io.tidemark.harness.Dav;
import io.tidemark.kernel.sql.Sql;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What becomes of uploads with which nobody goes on. */
@ArquillianTest
class UploadExpiryIT {
    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @EJB
    private UploadExpiry expiry;

    @Inject
    private ContentStore store;

    @Inject
    private Sql sql;

    private final Dav writer = Dav.as("writer");

    @Test
    void forgetsWhatNothingCameToForAsLongAsItIsKept() throws Exception {
        String file = "/files/upload-expiry-" + UUID.randomUUID();
        String upload = Uploads.begun(writer, file, "some".getBytes(UTF_8));
        String other = Uploads.begun(writer, file, "more".getBytes(UTF_8));
        assertThat(parts(upload)).isDirectory();
        age(upload);
        expiry.expire();
        assertThat(writer.request("HEAD", upload).send().status()).isEqualTo(404);
        assertThat(parts(upload)).doesNotExist();
        Uploads.append(writer, upload, 4, true, new byte[0]).send().expect(404);
        Uploads.append(writer, other, 4, true, new byte[0]).send().expect(201);
        assertThat(parts(other)).doesNotExist();
    }

    @Test
    void findsFilesThatHaveNoRow() throws Exception {
        Path stray =
                Files.createDirectories(store.parts().resolve(UUID.randomUUID().toString()));
        Files.writeString(stray.resolve(UUID.randomUUID().toString()), "stray");
        String upload = Uploads.begun(writer, "/files/upload-stray-" + UUID.randomUUID(), "some".getBytes(UTF_8));
        expiry.sweep();
        assertThat(stray).isDirectory();
        for (Path directory : new Path[] {stray, parts(upload)}) {
            Files.setLastModifiedTime(directory, FileTime.fromMillis(0));
        }
        expiry.sweep();
        assertThat(stray).doesNotExist();
        assertThat(parts(upload)).isDirectory();
        writer.request("DELETE", upload).send().expect(204);
    }

    private void age(String upload) throws Exception {
        transaction.begin();
        sql.update(
                "update upload set expires_at = ? where id = ?",
                OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                id(upload));
        transaction.commit();
    }

    private Path parts(String upload) {
        return store.parts().resolve(id(upload).toString());
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }
}
