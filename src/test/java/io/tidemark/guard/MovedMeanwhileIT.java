package io.tidemark.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.Targets;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Whoever had to wait for a part of the tree alone may find it elsewhere. */
@ArquillianTest
class MovedMeanwhileIT {
    private static final String TOP = "/files/moved-meanwhile/";

    private final Dav writer = Dav.as("writer");

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private WriteGate gate;

    @Inject
    private AtTheGate atTheGate;

    @Inject
    private Mappings mappings;

    @Inject
    private Targets targets;

    @Inject
    private Sql sql;

    @Test
    void whatWasMovedAwayWhileARequestWaitedIsNotWrittenWhereItIsNow() throws Exception {
        for (String collection : new String[] {TOP, TOP + "c/", TOP + "c/s/"}) {
            writer.request("MKCOL", collection).send().expect(201);
        }
        UUID top = id(TOP);
        UUID inside = id(TOP + "c/");
        FutureTask<Answer> move = new FutureTask<>(() -> writer.request("MOVE", TOP + "c/s/")
                .header("Destination", Dav.url(TOP + "t/"))
                .send());
        transaction.begin();
        gate.enter(Set.of(), Set.of(WriteGate.TOPOLOGY));
        new Thread(move).start();
        try {
            atTheGate.await(WriteGate.TOPOLOGY);
            Parent parent = new Parent(top, Versioning.NONE);
            mappings.unmap(parent, member(top, "c"), Ending.MOVED);
            mappings.map(parent, "elsewhere", inside);
        } finally {
            transaction.commit();
        }
        assertThat(move.get().status()).isEqualTo(404);
        writer.get(TOP + "elsewhere/s/").send().expect(200);
        writer.get(TOP + "t/").send().expect(404);
    }

    private UUID id(String path) {
        return Objects.requireNonNull(targets.of(DavPath.parse(path)).resource())
                .id();
    }

    private long member(UUID collection, String name) {
        return sql.first(
                        "select id from member where collection_id = ? and name = ?",
                        row -> row.getLong(1),
                        collection,
                        name)
                .orElseThrow();
    }
}
