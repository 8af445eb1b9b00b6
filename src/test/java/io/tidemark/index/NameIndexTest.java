package io.tidemark.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.content.ContentHash;
import io.tidemark.index.NameHits.Hit;
import io.tidemark.index.NameIndex.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameIndexTest {

    private static final UUID COLLECTION = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final ContentHash HASH = ContentHash.of(new byte[ContentHash.LENGTH]);
    private static final Languages LANGUAGES = new Languages(Optional.of("en"));

    @TempDir
    Path place;

    private NameIndex index;

    @BeforeEach
    void fill() throws IOException {
        index = new NameIndex(place, LANGUAGES);
        index.put(name(1, "Annual-Report.txt", 30L, "ann"));
        index.put(name(2, "annex.odt", 20L, null));
        index.put(name(3, "Übersicht", null, "ben"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void textsAreFoundWholeAndInPart() throws IOException {
        assertThat(found(NameQuery.eq(NameField.NAME, "annex.odt", false))).containsExactly("annex.odt");
        assertThat(found(NameQuery.eq(NameField.NAME, "ANNEX.odt", false))).isEmpty();
        assertThat(found(NameQuery.eq(NameField.NAME, "ANNEX.odt", true))).containsExactly("annex.odt");
        assertThat(found(NameQuery.like(NameField.NAME, List.of("ann", "t"))))
                .containsExactly("Annual-Report.txt", "annex.odt");
        assertThat(found(NameQuery.like(NameField.NAME, List.of("über")))).containsExactly("Übersicht");
        assertThat(found(NameQuery.eq(NameField.AUTHOR, "ben", false))).containsExactly("Übersicht");
        assertThat(found(NameQuery.eq(NameField.LABEL, "final", false))).hasSize(3);
        assertThat(found(withAny(new Word("rep", true), new Word("odt", false))))
                .containsExactly("Annual-Report.txt", "annex.odt");
        assertThat(found(withAny(new Word("reports", false)))).containsExactly("Annual-Report.txt");
        assertThat(found(withAny(new Phrase(List.of("annual", "report"))))).containsExactly("Annual-Report.txt");
        assertThat(found(NameQuery.showing(new long[] {ContentIndex.key(HASH.bytes()), 7})))
                .containsExactly("Annual-Report.txt", "annex.odt");
    }

    private static NameQuery withAny(Sought... sought) {
        return NameQuery.withAny(Set.of(sought), LANGUAGES);
    }

    /** Whatever was written when. */
    @Test
    void namesAreToldInTheOrderOfTheirRows() throws IOException {
        index.put(name(12, "d", 1L, null));
        index.put(name(11, "c", 1L, null));
        index.put(name(2, "b", 1L, null));
        assertThat(found(NameQuery.eq(NameField.LABEL, "final", false)))
                .containsExactly("Annual-Report.txt", "b", "Übersicht", "c", "d");
        assertThat(found(
                        NameQuery.between(NumberField.CREATED, 0, Long.MAX_VALUE),
                        new NameOrder(NumberField.LENGTH, true)))
                .containsExactly("Übersicht", "b", "c", "d", "Annual-Report.txt");
    }

    @Test
    void collectionsAreLeftOut() throws IOException {
        index.put(name(4, OTHER, "annals"));
        index.put(name(5, OTHER, "annuity"));
        index.put(name(6, UUID.randomUUID(), "annex"));
        List<UUID> asked = new ArrayList<>();
        try (NameHits hits = index.find(NameQuery.like(NameField.NAME, List.of("ann")), List.of())) {
            assertThat(hits.next(1)).extracting(Hit::name).containsExactly("Annual-Report.txt");
            hits.narrow(collections -> {
                asked.addAll(collections);
                return Set.of(OTHER);
            });
            assertThat(hits.next(9)).extracting(Hit::name).containsExactly("annals", "annuity");
        }
        assertThat(asked).hasSize(3).doesNotHaveDuplicates().contains(COLLECTION, OTHER);
    }

    @Test
    void withOtherLanguagesItIsBegunAnew() throws IOException {
        index.commit(new Position(UUID.randomUUID(), 7, "hash"));
        index.close();
        index = new NameIndex(place, new Languages(Optional.of("en, DE")));
        assertThat(index.position()).isEmpty();
    }

    @Test
    void numbersAreFoundByRangesAndTellTheOrder() throws IOException {
        assertThat(found(NameQuery.between(NumberField.LENGTH, 21, 30))).containsExactly("Annual-Report.txt");
        assertThat(found(NameQuery.between(NumberField.LENGTH, 31, 30))).isEmpty();
        NameQuery all = NameQuery.between(NumberField.CREATED, 0, Long.MAX_VALUE);
        assertThat(found(all, new NameOrder(NumberField.LENGTH, true)))
                .containsExactly("Übersicht", "annex.odt", "Annual-Report.txt");
        assertThat(found(all, new NameOrder(NumberField.LENGTH, false)))
                .containsExactly("Annual-Report.txt", "annex.odt", "Übersicht");
        assertThat(found(all, new NameOrder(null, true)))
                .containsExactly("Annual-Report.txt", "annex.odt", "Übersicht");
    }

    @Test
    void aNameIsThereOnceUntilItIsRemoved() throws IOException {
        index.put(name(2, "other.odt", 20L, null));
        index.remove(1);
        assertThat(found(NameQuery.eq(NameField.LABEL, "final", false))).containsExactly("other.odt", "Übersicht");
    }

    @Test
    void itKnowsUpToWhereItHasCome() throws IOException {
        assertThat(index.position()).isEmpty();
        Position position = new Position(UUID.randomUUID(), 7, "hash");
        index.commit(position);
        index.close();
        index = new NameIndex(place, LANGUAGES);
        assertThat(index.position()).hasValue(position);
        index.clear();
        index.close();
        index = new NameIndex(place, LANGUAGES);
        assertThat(index.position()).isEmpty();
    }

    private List<String> found(NameQuery query, NameOrder... orders) throws IOException {
        List<String> names = new ArrayList<>();
        try (NameHits hits = index.find(query, List.of(orders))) {
            for (List<Hit> page = hits.next(2); !page.isEmpty(); page = hits.next(2)) {
                page.forEach(hit -> names.add(hit.name()));
            }
        }
        return names;
    }

    private static IndexedName name(long member, UUID collection, String name) {
        return name(member, collection, name, null, null);
    }

    private static IndexedName name(long member, String name, Long length, String author) {
        return name(member, COLLECTION, name, length, author);
    }

    private static IndexedName name(long member, UUID collection, String name, Long length, String author) {
        return new IndexedName(
                member,
                collection,
                name,
                UUID.randomUUID(),
                length == null,
                "owner",
                Instant.ofEpochSecond(member),
                Instant.ofEpochSecond(member),
                length,
                "text/plain",
                length == null ? null : HASH,
                author,
                null,
                List.of("final"));
    }
}
