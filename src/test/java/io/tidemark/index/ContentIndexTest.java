package io.tidemark.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.content.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentIndexTest {

    private static final Word FOX = new Word("fox", false);
    private static final Word QUICK = new Word("qui", true);

    @TempDir
    Path place;

    @Test
    void wordsAreFoundWholeAndByTheirBeginnings() throws IOException {
        try (ContentIndex index = filled()) {
            assertThat(index.having(List.of(hash(1), hash(2), hash(3), hash(9)), List.of(FOX, QUICK)))
                    .isEqualTo(Map.of(hash(1), Set.of(FOX, QUICK), hash(2), Set.of(QUICK)));
            assertThat(index.all(List.of(FOX, QUICK), 10))
                    .hasValueSatisfying(keys -> assertThat(keys).containsExactly(ContentIndex.key(hash(1).bytes())));
            assertThat(index.all(List.of(QUICK), 1)).isEmpty();
        }
    }

    @Test
    void wordsInARowAreFound() throws IOException {
        Sought brownFox = new Phrase(List.of("brown", "fox"));
        Sought quickFox = new Phrase(List.of("quick", "fox"));
        try (ContentIndex index = filled()) {
            assertThat(index.having(List.of(hash(1), hash(2)), List.of(brownFox, quickFox)))
                    .isEqualTo(Map.of(hash(1), Set.of(brownFox)));
        }
    }

    @Test
    void otherFormsOfAWordAreFoundInTheLanguagesThatAreSet() throws IOException {
        Word houses = new Word("houses", false);
        Word haus = new Word("haus", false);
        try (ContentIndex index = new ContentIndex(place, new Languages(Optional.of("en,de")))) {
            index.add(hash(1), "A house.");
            index.add(hash(2), "Die Häuser");
            index.refresh();
            assertThat(index.having(List.of(hash(1), hash(2)), List.of(houses, haus)))
                    .isEqualTo(Map.of(hash(1), Set.of(houses), hash(2), Set.of(haus)));
            index.commit();
        }
        try (ContentIndex index = new ContentIndex(place, new Languages(Optional.of("en")))) {
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void contentsAreKnownInTheOrderOfTheirHashesUntilTheyAreRemoved() throws IOException {
        try (ContentIndex index = filled()) {
            assertThat(index.known(List.of(hash(1), hash(9)))).containsExactly(hash(1));
            assertThat(index.after(hash(0), 2)).containsExactly(hash(1), hash(2));
            assertThat(index.after(hash(2), 2)).containsExactly(hash(3));
            index.remove(List.of(hash(1)));
            index.refresh();
            assertThat(index.known(List.of(hash(1)))).isEmpty();
            assertThat(index.having(List.of(hash(1)), List.of(FOX))).isEmpty();
            assertThat(index.after(hash(0), 9)).containsExactly(hash(2), hash(3));
        }
    }

    @Test
    void whatWasCommittedIsThereAfterwards() throws IOException {
        try (ContentIndex index = filled()) {
            index.commit();
            index.add(hash(4), "lost");
        }
        try (ContentIndex index = new ContentIndex(place, new Languages())) {
            assertThat(index.size()).isEqualTo(3);
        }
    }

    @Test
    void aDamagedIndexIsBegunAnew() throws IOException {
        try (ContentIndex index = filled()) {
            index.commit();
        }
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (ContentIndex index = new ContentIndex(place, new Languages())) {
            assertThat(index.size()).isZero();
            index.add(hash(1), "fox");
            index.refresh();
            assertThat(index.known(List.of(hash(1)))).hasSize(1);
        }
    }

    private ContentIndex filled() throws IOException {
        ContentIndex index = new ContentIndex(place, new Languages());
        index.add(hash(1), "The QUICK brown fox");
        index.add(hash(2), "quiet waters");
        index.add(hash(3), "");
        index.refresh();
        return index;
    }

    private static ContentHash hash(int first) {
        byte[] bytes = new byte[ContentHash.LENGTH];
        bytes[0] = (byte) first;
        return ContentHash.of(bytes);
    }
}
