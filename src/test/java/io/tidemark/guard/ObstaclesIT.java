package io.tidemark.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Versioning;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a transaction has seen in its way: as it is behind the gate, and no more than it has looked at. */
@ArquillianTest
class ObstaclesIT {

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private Namespace namespace;

    @Inject
    private WriteGate gate;

    @Inject
    private Obstacles obstacles;

    @Inject
    private AtTheGate atTheGate;

    @Inject
    private Sql sql;

    private UUID collection;

    @BeforeEach
    void makeCollection() throws Exception {
        transaction.begin();
        collection = namespace.createCollection(null, false, Versioning.NONE);
        transaction.commit();
    }

    @AfterEach
    void removeQuota() {
        sql.update("delete from quota where collection_id = ?", collection);
    }

    @Test
    void whoWaitedAtTheGateSeesWhatWasPutInItsWayMeanwhile() throws Exception {
        assertThat(whenAQuotaIsSetMeanwhile(this::isFree)).isFalse();
    }

    @Test
    void whoExpectedThatItWouldPassSeesWhatWasPutThereMeanwhile() throws Exception {
        assertThat(whenAQuotaIsSetMeanwhile(this::isFreeAsExpected)).isFalse();
    }

    /** Has somebody stand at the gate while the collection gets a quota. */
    private boolean whenAQuotaIsSetMeanwhile(Callable<Boolean> waiting) throws Exception {
        transaction.begin();
        gate.enter(Set.of(), Set.of(collection));
        FutureTask<Boolean> other = new FutureTask<>(waiting);
        new Thread(other).start();
        try {
            atTheGate.await(collection);
            setQuota();
        } finally {
            transaction.commit();
        }
        return other.get();
    }

    private void setQuota() {
        sql.update("insert into quota (collection_id, limit_bytes, used_bytes) values (?, 1, 0)", collection);
    }

    @Test
    void whatIsInTheWayElsewhereThanExpectedIsSeenToo() throws Exception {
        UUID expected = UUID.randomUUID();
        setQuota();
        transaction.begin();
        try {
            obstacles.expect(Set.of(expected));
            obstacles.enter(Set.of(expected, collection), Set.of());
            assertThat(obstacles.areNone(Obstacle.QUOTA, List.of(expected, collection)))
                    .isFalse();
            assertThat(obstacles.areNone(Obstacle.LOCK, List.of(expected, collection)))
                    .isTrue();
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void nothingIsKnownOfOtherResources() throws Exception {
        transaction.begin();
        try {
            obstacles.enter(Set.of(collection), Set.of());
            assertThat(obstacles.areNone(Obstacle.QUOTA, List.of(collection))).isTrue();
            assertThat(obstacles.areNone(Obstacle.QUOTA, List.of(UUID.randomUUID())))
                    .isFalse();
            obstacles.put(Obstacle.QUOTA);
            assertThat(obstacles.areNone(Obstacle.QUOTA, List.of(collection))).isFalse();
        } finally {
            transaction.rollback();
        }
        assertThat(obstacles.areNone(Obstacle.QUOTA, List.of(collection))).isFalse();
    }

    private boolean isFreeAsExpected() throws Exception {
        transaction.begin();
        try {
            obstacles.expect(Set.of(collection));
            sql.first(new Sql.Query<>("select 1 from resource where id = ?", row -> true, List.of(collection)));
            obstacles.enter(Set.of(collection), Set.of());
            return obstacles.areNone(Obstacle.QUOTA, List.of(collection));
        } finally {
            transaction.rollback();
        }
    }

    private boolean isFree() throws Exception {
        transaction.begin();
        try {
            obstacles.enter(Set.of(collection), Set.of());
            return obstacles.areNone(Obstacle.QUOTA, List.of(collection));
        } finally {
            transaction.rollback();
        }
    }
}
