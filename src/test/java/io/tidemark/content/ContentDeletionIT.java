package io.tidemark.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Body;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.NewFiles;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Versioning;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What the collector does with bodies that several files have, or none any more. */
@ArquillianTest
class ContentDeletionIT {

    private static final String VIEW = "select " + ResourceView.COLUMNS + " from resource r"
            + " join revision v on v.resource_id = r.id and v.number = r.revision_number where r.id = ?";

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private Receiver receiver;

    @Inject
    private Contents contents;

    @Inject
    private ContentRepository repository;

    @EJB
    private ContentDeletion deletion;

    @Inject
    private NewFiles files;

    @Inject
    private Namespace namespace;

    @Inject
    private Sql sql;

    @Test
    void keepsWhatAnotherFileHas() throws Exception {
        UUID first = create("collect-first", "shared by two");
        UUID second = create("collect-second", "shared by two");
        assertThat(view(second).storedAt()).isEqualTo(view(first).storedAt());
        ContentHash shared = view(first).hash();
        replace(first, "no longer shared");
        deletion.examine(shared, later());
        deletion.examine(shared, later());
        assertThat(repository.exists(shared)).isTrue();
        assertThat(isCondemned(shared)).isFalse();
        assertThat(view(second).hash()).isEqualTo(shared);
    }

    @Test
    void deletesWhatNobodyHasAnyMore() throws Exception {
        UUID file = create("collect-last", "had by one");
        ContentHash gone = view(file).hash();
        replace(file, "had instead");
        deletion.examine(gone, later());
        assertThat(isCondemned(gone)).isTrue();
        deletion.examine(gone, later());
        assertThat(repository.exists(gone)).isFalse();
    }

    @Test
    void unmarksWhatComesAgain() throws Exception {
        UUID file = create("collect-again", "comes again");
        Instant storedAt = view(file).storedAt();
        ContentHash hash = view(file).hash();
        replace(file, "meanwhile another");
        deletion.examine(hash, later());
        assertThat(isCondemned(hash)).isTrue();
        UUID again = create("collect-again-too", "comes again");
        assertThat(isCondemned(hash)).isFalse();
        assertThat(view(again).storedAt()).isEqualTo(storedAt);
        deletion.examine(hash, later());
        assertThat(isCondemned(hash)).isFalse();
    }

    private UUID create(String name, String text) throws Exception {
        return storing(
                text,
                staged -> files.add(
                        new Parent(io.tidemark.namespace.Resource.FILES, Versioning.NONE),
                        name,
                        null,
                        body(staged),
                        staged));
    }

    private void replace(UUID file, String text) throws Exception {
        storing(text, staged -> namespace.setBody(view(file), null, body(staged).storedAt(contents.keep(staged))));
    }

    private interface Storing<T> {
        T with(StagedBody staged) throws Exception;
    }

    private <T> T storing(String text, Storing<T> work) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (StagedBody staged = receiver.receive(new ByteArrayInputStream(bytes), List.of())) {
            return inTransaction(() -> work.with(staged));
        }
    }

    private <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        T result = work.call();
        transaction.commit();
        return result;
    }

    private static Body body(StagedBody staged) {
        return new Body(staged.hash(), staged.arrivedAt(), staged.length(), "text/plain", null, Optional.empty());
    }

    private ResourceView view(UUID file) {
        return sql.first(VIEW, row -> ResourceView.read(row, 1), file).orElseThrow();
    }

    private boolean isCondemned(ContentHash hash) {
        return sql.first(
                        "select condemned_at is not null from content where hash = ?",
                        row -> row.getBoolean(1),
                        hash.bytes())
                .orElseThrow();
    }

    /** The collector waits an hour, in case that a transaction refers to a body that it cannot see yet; here is none. */
    private static OffsetDateTime later() {
        return OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1);
    }
}
