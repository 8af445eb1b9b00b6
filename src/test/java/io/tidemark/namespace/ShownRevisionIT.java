package io.tidemark.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.configuration.ShownRevisions;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.version.RevisionIdRepository;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which revision a name shows at a time: collections of the past, layers of workspaces, {@code Time(…)}, and what holds
 * revisions say the same. Nothing of it is committed. Times are minutes of an hour; revisions of a file were made at 10, 20 and
 * 30, and another file was mapped at the name from 0 to 15.
 */
@ArquillianTest
class ShownRevisionIT {

    private static final UUID COLLECTION = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID BEFORE = UUID.randomUUID();
    private static final long NAME = -4_711;
    private static final int UNTIL = 59;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private Sql sql;

    @Inject
    private PastMemberRepository past;

    @Inject
    private LayerEntryRepository layers;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private ShownRevisions held;

    @BeforeEach
    void write() throws Exception {
        transaction.begin();
        resource(COLLECTION, true, 0);
        resource(FILE, false, 10, 20, 30);
        resource(BEFORE, false, 0, 12);
        sql.update(
                "insert into member (id, collection_id, name, resource_id, mapped_at) values (?, ?, 'name', ?, ?)",
                NAME,
                COLLECTION,
                FILE,
                at(15));
        sql.update(
                "insert into former_member (member_id, change_id, resource_id, mapped_at, unmapped_at, unmapped_by, ending,"
                        + " kept) values (?, ?, ?, ?, ?, 'somebody', 'DELETED', true)",
                NAME,
                UUID.randomUUID(),
                BEFORE,
                at(0),
                at(15));
    }

    @AfterEach
    void forget() throws Exception {
        transaction.rollback();
    }

    @Test
    void theNewestOfThePrimaryBranchShows() {
        shows(BEFORE, 1, 0);
        shows(BEFORE, 1, 11);
        shows(BEFORE, 2, 12);
        shows(BEFORE, 2, 14);
        shows(FILE, 1, 15);
        shows(FILE, 2, 20);
        shows(FILE, 2, 29);
        shows(FILE, 3, 30);
        shows(FILE, 3, UNTIL);
    }

    @Test
    void whatWasChosenShowsUntilAnotherChoice() {
        choose(25, 1);
        choose(40, null);
        choose(50, 2);
        shows(FILE, 2, 24);
        shows(FILE, 1, 25);
        shows(FILE, 1, 39);
        shows(FILE, 3, 40);
        shows(FILE, 3, 49);
        shows(FILE, 2, 50);
    }

    @Test
    void aChoiceIsOfWhatWasMappedThen() {
        choose(5, 2);
        shows(BEFORE, 1, 4);
        shows(BEFORE, 2, 5);
        shows(FILE, 1, 15);
        shows(FILE, 2, 21);
    }

    @Test
    void aChoiceOfTheTimeWhenAMappingEndedIsOfWhatCameThen() {
        choose(15, 3);
        shows(BEFORE, 2, 14);
        shows(FILE, 3, 15);
        // A layer that keeps what is taken out shows it as it was at last.
        var kept = new Layer(COLLECTION, 1, Layer.NOW, at(1).toInstant());
        sql.update("update member set resource_id = null where id = ?", NAME);
        assertThat(layers.find(List.of(kept), List.of("name")))
                .extracting(LayerEntry::resource)
                .extracting(ResourceView::id, ResourceView::revision)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(BEFORE, 2));
    }

    @Test
    void whatIsYoungerThanItsMappingShowsAsItWasFirst() {
        sql.update("update member set mapped_at = ? where id = ?", at(3), NAME);
        sql.update("delete from former_member where member_id = ?", NAME);
        assertThat(past(4)).contains(FILE + " 1");
        assertThat(layer(4)).contains(FILE + " 1");
        assertThat(revisions.numberAt(FILE, NAME, at(4).toInstant())).isEmpty();
    }

    private void shows(UUID resource, int number, int minute) {
        assertThat(past(minute)).as("collection as it was at %d", minute).contains(resource + " " + number);
        assertThat(layer(minute)).as("layer of %d", minute).contains(resource + " " + number);
        if (resource.equals(FILE)) {
            assertThat(revisions.numberAt(FILE, NAME, at(minute).toInstant()))
                    .as("Time(%d)", minute)
                    .contains(number);
        }
        if (chosen(minute).isEmpty()) {
            assertThat(held(resource, minute)).as("held by %d", minute).contains(number);
        }
    }

    private Optional<String> past(int minute) {
        return past.find(COLLECTION, at(minute).toInstant(), "name")
                .map(MemberView::resource)
                .map(ShownRevisionIT::text);
    }

    private Optional<String> layer(int minute) {
        return layers.find(List.of(new Layer(COLLECTION, 1, at(minute).toInstant(), null)), List.of("name")).stream()
                .map(LayerEntry::resource)
                .map(ShownRevisionIT::text)
                .findFirst();
    }

    /** What a workspace holds that shows this time and nothing else; other tests' workspaces show other times. */
    private Set<Integer> held(UUID resource, int minute) {
        var configuration = UUID.randomUUID();
        sql.update(
                "insert into configuration (id, kind, inheritance, created_at, author) values (?, 'WORKSPACE', 'NONE', ?, 'x')",
                configuration,
                at(0));
        sql.update(
                "insert into configuration_layer (configuration_id, depth, root_id, as_of) values (?, 1, ?, ?)",
                configuration,
                COLLECTION,
                at(minute));
        var found = held.held(resource, List.of(1, 2, 3));
        sql.update("delete from configuration_layer where configuration_id = ?", configuration);
        sql.update("delete from configuration where id = ?", configuration);
        return found;
    }

    private Optional<Boolean> chosen(int minute) {
        return sql.first(
                "select true from default_choice where member_id = ? and chosen_at <= ?",
                row -> row.getBoolean(1),
                NAME,
                at(minute));
    }

    private static String text(ResourceView view) {
        return view.id() + " " + view.revision();
    }

    private void choose(int minute, @Nullable Integer number) {
        sql.update(
                "insert into default_choice (member_id, chosen_at, number) values (?, ?, ?)", NAME, at(minute), number);
    }

    private void resource(UUID id, boolean collection, int... minutes) {
        sql.update(
                "insert into resource (id, collection, owner, created_at, revision_number, versioned, autoversioned, tip_number,"
                        + " newest_number) values (?, ?, 'somebody', ?, ?, true, true, ?, ?)",
                id,
                collection,
                at(minutes[0]),
                minutes.length,
                minutes.length,
                minutes.length);
        for (int number = 1; number <= minutes.length; number++) {
            sql.update(
                    "insert into revision (resource_id, number, content_length, modified_at, author, created_at)"
                            + " values (?, ?, 0, ?, 'somebody', ?)",
                    id,
                    number,
                    at(minutes[number - 1]),
                    at(minutes[number - 1]));
            sql.update(
                    "insert into revision_line (resource_id, branch_number, made_at, number) values (?, 0, ?, ?)",
                    id,
                    at(minutes[number - 1]),
                    number);
        }
        assertThat(Arrays.stream(minutes)).isSorted();
    }

    private static OffsetDateTime at(int minute) {
        return Instant.parse("2001-01-01T00:00:00Z").plusSeconds(60L * minute).atOffset(ZoneOffset.UTC);
    }
}
