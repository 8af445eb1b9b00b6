package io.tidemark.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.content.ContentRepository.Unsummed;
import io.tidemark.kernel.sql.Sql;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Bodies that were stored before checksums were kept get theirs in the background. */
@ArquillianTest
class ContentSumsIT {

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private Receiver receiver;

    @Inject
    private Contents contents;

    @Inject
    private ContentRepository repository;

    @Inject
    private SumKeeper keeper;

    @Inject
    private Sql sql;

    @Test
    void takesThoseOfSmallBodies() throws Exception {
        ContentHash hash = storedWithoutSums("hello, sums");
        keeper.take(only(hash));
        assertThat(HexFormat.of()
                        .formatHex(repository.sums(List.of(hash)).get(hash).sha1()))
                .isEqualTo("4ad49a2cace833727d39455d1b087d719bc8a837");
    }

    @Test
    void takesThoseOfLargeBodies() throws Exception {
        String body = "large, without sums".repeat(100_000);
        ContentHash hash = storedWithoutSums(body);
        keeper.take(only(hash));
        Sums expected = Sums.of(body.getBytes(StandardCharsets.UTF_8));
        Sums found = repository.sums(List.of(hash)).get(hash);
        assertThat(found.sha1()).isEqualTo(expected.sha1());
        assertThat(found.md5()).isEqualTo(expected.md5());
    }

    private ContentHash storedWithoutSums(String text) throws Exception {
        try (StagedBody staged =
                receiver.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), List.of())) {
            transaction.begin();
            contents.keep(staged);
            sql.update(
                    "update content set md5 = null, sha1 = null where hash = ?",
                    staged.hash().bytes());
            transaction.commit();
            return staged.hash();
        }
    }

    private Unsummed only(ContentHash hash) {
        byte[] before = hash.bytes();
        before[ContentHash.LENGTH - 1]--;
        return repository.withoutSums(before, 1).stream()
                .filter(body -> body.hash().equals(hash))
                .findFirst()
                .orElseThrow();
    }
}
