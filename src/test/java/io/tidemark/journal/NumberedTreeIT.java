package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.TreeCopy;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.Targets;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What was mapped at a number, and what is above a change: whatever changes without a number have done meanwhile. */
@ArquillianTest
class NumberedTreeIT {
    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Inject
    private TreeCopy copy;

    @Inject
    private MemberRepository members;

    @Inject
    private Targets targets;

    @Inject
    private NumberedTree tree;

    @Inject
    private SyncTokens tokens;

    @EJB
    private Sequencer sequencer;

    @EJB
    private Forgetting forgetting;

    private record Present(MemberRepository members, String name, ResourceView view) implements TreeCopy.Source {
        @Override
        public List<Present> members(String after, int limit) {
            return members.list(view.id(), after, limit).stream()
                    .map(member -> new Present(members, member.name(), member.resource()))
                    .toList();
        }
    }

    @Test
    void aMemberMappedWhatItDidAtEveryNumber() throws Exception {
        UUID collection = collection();
        UUID one = collection();
        UUID other = collection();
        long before = sequencer.sequence();
        long mapped = map(collection, "a", one);
        long member = member(collection, "a");
        long unmapped = numbered(() -> unmap(collection, member));
        long again = map(collection, "a", other);
        long replaced = numbered(() -> {
            unmap(collection, member);
            mappings.map(parent(collection), "a", one);
        });
        assertThat(at(member, before)).isEmpty();
        assertThat(at(member, mapped)).contains(new Mapping(one, true, mapped));
        assertThat(at(member, unmapped)).isEmpty();
        assertThat(at(member, again)).contains(new Mapping(other, true, again));
        assertThat(at(member, replaced)).contains(new Mapping(one, true, replaced));
        assertThat(count("select count(*) from journal where member_id = " + member))
                .as("a replacement is one row")
                .isEqualTo(4);
    }

    @Test
    void whatHasNoNumberYetIsNotInTheTree() throws Exception {
        UUID collection = collection();
        map(collection, "a", collection());
        long member = member(collection, "a");
        long number = sequencer.sequence();
        transaction.begin();
        unmap(collection, member);
        assertThat(at(member, number)).isPresent();
        transaction.rollback();
    }

    @Test
    void whatIsInACopyHasBeenMappedSinceEver() throws Exception {
        UUID source = collection();
        UUID resource = collection();
        map(source, "a", resource);
        ResourceView shown = view(source);
        UUID made = inTransaction(() -> copy.copy(new Present(members, "", shown), true, Versioning.NONE));
        long member = member(made, "a");
        assertThat(at(member, 0)).map(Mapping::mapped).contains(0L);
        long unmapped = numbered(() -> unmap(made, member));
        assertThat(at(member, unmapped - 1)).isPresent();
        assertThat(at(member, unmapped)).isEmpty();
    }

    @Test
    void aChangeReachesAllThatItWasBelowThoughTheWayUpIsGone() throws Exception {
        UUID top = collection();
        UUID middle = collection();
        map(top, "middle", middle);
        map(middle, "a", collection());
        long way = member(top, "middle");
        long changed = member(middle, "a");
        sequencer.sequence();
        // Two changes wait for their numbers, and the second takes the first one's way up away.
        inTransaction(() -> {
            unmap(middle, changed);
            return true;
        });
        long last = numbered(() -> unmap(top, way));
        assertThat(count("select below from member_mark where member_id = " + way))
                .isEqualTo(last - 1);
        assertThat(tree.marksOf(List.of(top)).get(top).number()).isEqualTo(last);
    }

    @Test
    void aForgottenChangeEndsTheTokensOfAllThatItWasEverBelow() throws Exception {
        UUID top = collection();
        UUID middle = collection();
        long begin = map(top, "middle", middle);
        long changed = map(middle, "a", collection());
        long way = member(top, "middle");
        long detached = numbered(() -> unmap(top, way));
        while (forgetting.announce(changed)) {
            // A batch at a time.
        }
        assertThat(List.of(isKept(top, begin), isKept(middle, begin))).containsOnly(false);
        assertThat(List.of(isKept(top, changed), isKept(top, detached))).containsOnly(true);
    }

    private boolean isKept(UUID collection, long since) {
        return tokens.areKept(List.of(collection), since);
    }

    private ResourceView view(UUID collection) throws Exception {
        map(io.tidemark.namespace.Resource.FILES, "numbered-tree-" + collection, collection);
        return Optional.ofNullable(targets.of(DavPath.parse("/files/numbered-tree-" + collection))
                        .resource())
                .orElseThrow();
    }

    private UUID collection() throws Exception {
        return inTransaction(() -> namespace.createCollection(null, false, Versioning.NONE));
    }

    private long map(UUID collection, String name, UUID resource) throws Exception {
        return numbered(() -> mappings.map(parent(collection), name, resource));
    }

    private void unmap(UUID collection, long member) {
        mappings.unmap(parent(collection), member, Ending.DELETED);
    }

    private static Parent parent(UUID collection) {
        return new Parent(collection, Versioning.NONE);
    }

    /** The number of a change. */
    private long numbered(Runnable change) throws Exception {
        inTransaction(() -> {
            change.run();
            return true;
        });
        return sequencer.sequence();
    }

    private Optional<Mapping> at(long member, long number) {
        return Optional.ofNullable(tree.mappedAt(List.of(member), number).get(member));
    }

    private <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            T result = work.call();
            transaction.commit();
            return result;
        } catch (Exception | Error e) {
            transaction.rollback();
            throw e;
        }
    }

    private long member(UUID collection, String name) throws Exception {
        return count("select id from member where collection_id = '%s' and name = '%s'".formatted(collection, name));
    }

    private long count(String query) throws Exception {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
