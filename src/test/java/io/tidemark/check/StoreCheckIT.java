package io.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.content.ContentCheck;
import io.tidemark.content.ContentHash;
import io.tidemark.content.ContentStore;
import io.tidemark.content.Contents;
import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.namespace.Body;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ReferenceCheck;
import io.tidemark.namespace.Versioning;
import io.tidemark.quota.QuotaCheck;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Contents and references as the server wrote them, and with something missing. */
@ArquillianTest
class StoreCheckIT {
    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private ContentStore contents;

    @Inject
    private Receiver receiver;

    @Inject
    private Contents keeper;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Test
    void findsContentsThatAreMissingOrDamaged() throws Exception {
        byte[] body = new byte[40_000];
        new Random(20).nextBytes(body);
        ContentHash hash = store("check-large", body);
        assertThat(contentFindings()).doesNotContainKey(hash);
        assertThat(pathsOf(hash)).containsExactly("/files/check-large");
        Path file = Path.of(
                System.getProperty("tidemark.data"),
                "content",
                "bodies",
                hash.toString().substring(0, 2),
                hash.toString().substring(2, 4),
                hash.toString());
        body[20_000]++;
        Files.write(file, body);
        assertThat(contentFindings()).containsEntry(hash, "it is damaged");
        Files.write(file, new byte[1]);
        assertThat(contentFindings()).containsEntry(hash, "it has 1 bytes instead of 40000");
        contents.delete(hash);
        assertThat(contentFindings()).containsEntry(hash, "its file is missing");
        body[20_000]--;
        Files.write(file, body);
        assertThat(contentFindings()).doesNotContainKey(hash);
    }

    @Test
    void findsRowsThatLackOthers() throws Exception {
        store("check-rows", "only here".getBytes(StandardCharsets.UTF_8));
        String revision = "(select resource_id from member where name = 'check-rows')";
        assertThat(referenceFindings()).isEmpty();
        assertThat(referenceFindings("delete from resource where id in " + revision))
                .containsExactly(
                        "1 members map resources that are not there.",
                        "1 revisions are of resources that are not there.");
        assertThat(referenceFindings("delete from revision where resource_id in " + revision))
                .containsExactly("1 resources lack the revision that they show.");
        assertThat(referenceFindings("delete from content where hash in (select content_hash from revision"
                        + " where resource_id in " + revision + ")"))
                .containsExactly("1 revisions have contents that are not there.");
        assertThat(referenceFindings(
                        "update revision set property_set_id = 999999999 where resource_id in " + revision))
                .containsExactly("1 revisions have properties that are not there.");
    }

    @Test
    void findsQuotasThatCountWrongly() throws Exception {
        assertThat(quotaFindings()).isEmpty();
        assertThat(quotaFindings("insert into quota (collection_id, limit_bytes, used_bytes)"
                        + " values ('00000000-0000-7000-8000-00000000000f', 10, 5)"))
                .containsExactly(
                        "The quota of collection 00000000-0000-7000-8000-00000000000f says 5 bytes, and counts 0.");
        assertThat(quotaFindings("insert into quota_charge (resource_id, number, collection_id, bytes) values"
                        + " ('00000000-0000-7000-8000-00000000000e', 1, '00000000-0000-7000-8000-00000000000f', 5)"))
                .containsExactly("1 revisions or uploads count in a quota without being there, or wrongly.");
    }

    /** Stores a file as PUT does. */
    private ContentHash store(String name, byte[] content) throws Exception {
        try (StagedBody staged = receiver.receive(new ByteArrayInputStream(content), List.of())) {
            transaction.begin();
            var storedAt = keeper.keep(staged);
            var body = new Body(staged.hash(), storedAt, staged.length(), "text/plain", null, Optional.empty());
            mappings.map(
                    new Parent(io.tidemark.namespace.Resource.FILES, Versioning.NONE),
                    name,
                    namespace.createFile(body, null, Versioning.NONE));
            transaction.commit();
            return staged.hash();
        }
    }

    private Map<ContentHash, String> contentFindings() throws Exception {
        try (Connection connection = database.getConnection()) {
            Map<ContentHash, String> findings = new HashMap<>();
            new ContentCheck(connection, contents, findings::put).run();
            return findings;
        }
    }

    private List<String> pathsOf(ContentHash hash) throws Exception {
        try (Connection connection = database.getConnection()) {
            return new ReferenceCheck(connection).pathsOf(hash.bytes(), 5);
        }
    }

    private List<String> referenceFindings(String... statements) throws Exception {
        return findings((connection, findings) -> new ReferenceCheck(connection).run(findings), statements);
    }

    private List<String> quotaFindings(String... statements) throws Exception {
        return findings((connection, findings) -> new QuotaCheck(connection).run(findings), statements);
    }

    @FunctionalInterface
    private interface Check {
        void run(Connection connection, Consumer<String> findings) throws SQLException;
    }

    /** What a check finds in a transaction that did this; it is rolled back. */
    private List<String> findings(Check check, String... statements) throws Exception {
        transaction.begin();
        try (Connection connection = database.getConnection()) {
            for (String statement : statements) {
                try (PreparedStatement update = connection.prepareStatement(statement)) {
                    assertThat(update.executeUpdate()).isEqualTo(1);
                }
            }
            List<String> findings = new ArrayList<>();
            check.run(connection, findings::add);
            return findings;
        } finally {
            transaction.rollback();
        }
    }
}
