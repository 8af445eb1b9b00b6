package io.tidemark.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each layer is a letter, the workspace's own first: what it has at the name. A small letter stands for one that hides. */
class OverlayTest {
    private static final Instant NOW = Layer.NOW;

    /**
     * F a file, C a collection, E a row at which nothing is mapped, - no row.
     *
     * @param shown the layer whose mapping shows
     * @param merged the layers whose collections show as one
     * @param row the layer, if it is the workspace's own, that has the row
     */
    @ParameterizedTest
    @CsvSource({
        "F,   0, '',  0",
        "C,   0, 0,   0",
        "E,   ,  '',  0",
        "-,   ,  '',  ",
        "-F,  1, '',  ",
        "EF,  1, '',  ",
        "eF,  ,  '',  0",
        "-C,  1, 1,   ",
        "eC,  ,  '',  0",
        "FC,  0, '',  0",
        "CF,  0, 0,   0",
        "CC,  0, 01,  0",
        "cC,  0, 0,   0",
        "CEC, 0, 02,  0",
        "C-C, 0, 02,  0",
        "CeC, 0, 0,   0",
        "CFC, 0, 0,   0",
        "-CC, 1, 12,  ",
        "-cC, 1, 1,   ",
        "-eC, ,  '',  ",
        "E-C, 2, 2,   ",
        "--E, ,  '',  ",
        "E-E, ,  '',  0",
    })
    void theNearestShowsAndCollectionsAreOne(
            String layers, @Nullable Integer shown, String merged, @Nullable Long row) {
        var entries = new ArrayList<LayerEntry>();
        for (int i = 0; i < layers.length(); i++) {
            if (layers.charAt(i) != '-') {
                entries.add(member(i, layers.charAt(i)));
            }
        }
        var overlay = Overlay.of(entries);
        assertThat(overlay.shown()).isEqualTo(shown == null ? null : member(shown, layers.charAt(shown)));
        assertThat(overlay.collections().stream().map(entry -> entry.layer().depth()))
                .map(String::valueOf)
                .containsExactlyElementsOf(
                        merged.chars().mapToObj(Character::toString).toList());
        assertThat(overlay.ownRow()).isEqualTo(row);
    }

    @Test
    void whatWasTakenOutIsShownAsItWasWhenItWent() {
        var then = Instant.parse("2026-01-02T03:04:05Z");
        var kept = new Layer(id(7), 1, NOW, then.minusSeconds(60));
        assertThat(Overlay.of(List.of(new LayerEntry(kept, 1, "name", false, view(id(8), true), then)))
                        .layers())
                .containsExactly(new Layer(id(8), 1, then, null));
        assertThat(Overlay.of(List.of(new LayerEntry(kept, 1, "name", false, view(id(8), true), null)))
                        .layers())
                .containsExactly(new Layer(id(8), 1, NOW, kept.keptFrom()));
        var past = new Layer(id(7), 1, then.minusSeconds(1), null);
        assertThat(Overlay.of(List.of(new LayerEntry(past, 1, "name", false, view(id(8), true), then)))
                        .layers())
                .containsExactly(new Layer(id(8), 1, past.asOf(), null));
    }

    @Test
    void membersAreStoredInTheWorkspacesOwnCollectionIfThereIsOne() {
        var own = new Layer(id(1), 0, NOW, null);
        var parents = new Layer(id(2), 1, NOW, null);
        assertThat(Overlay.parent(List.of(own, parents), Versioning.NONE))
                .isEqualTo(new Parent(id(1), Versioning.NONE, true));
        assertThat(Overlay.parent(List.of(parents), Versioning.NONE))
                .isEqualTo(new Parent(id(2), Versioning.AUTOMATIC, false));
    }

    private static LayerEntry member(int depth, char kind) {
        var layer = new Layer(id(depth), depth, NOW, null);
        var mapped =
                Character.toUpperCase(kind) == 'E' ? null : view(id(100 + depth), Character.toUpperCase(kind) == 'C');
        return new LayerEntry(layer, depth, "name", Character.isLowerCase(kind), mapped, null);
    }

    private static ResourceView view(UUID id, boolean collection) {
        return new ResourceView(
                id,
                collection,
                "owner",
                Instant.EPOCH,
                1,
                null,
                null,
                0,
                null,
                null,
                Instant.EPOCH,
                null,
                false,
                Versioning.AUTOMATIC,
                1,
                false,
                null,
                null);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
