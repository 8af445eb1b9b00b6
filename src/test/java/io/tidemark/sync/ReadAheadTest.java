package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAheadTest {
    private final ReadAhead<String> ahead = new ReadAhead<>();

    /** Each page is twice the last at least, and holds what is wanted if that is not too much. */
    @ParameterizedTest
    @CsvSource({
        // whether the walk was taken up again below, how much is wanted, the sizes of the pages
        "false, 1, 16 32 64 128 256 512 512",
        "false, 16, 16 32 64 128 256 512 512",
        "false, 17, 32 32 64 128 256 512 512",
        "false, 64, 64 64 64 128 256 512 512",
        "false, 65, 128 128 128 128 256 512 512",
        "false, 512, 512 512 512 512 512 512 512",
        "false, 2000000000, 512 512 512 512 512 512 512",
        "true, 2000000000, 16 32 64 128 256 512 512",
    })
    void pagesGrow(boolean entered, int wanted, String sizes) {
        if (entered) {
            ahead.enter();
        }
        List<String> read = new ArrayList<>();
        for (int i = 0; i < sizes.split(" ", -1).length; i++) {
            read.add(Integer.toString(ahead.pageSize(wanted)));
        }
        assertThat(read.stream().collect(Collectors.joining(" "))).isEqualTo(sizes);
    }

    @Test
    void aPageIsReadWhenTheLastIsUsedUpAndWasNotTheLast() {
        assertThat(ahead.needsPage()).isTrue();
        ahead.fill(Arrays.asList("a", "b"), false);
        assertThat(ahead.needsPage()).isFalse();
        assertThat(ahead.next()).isEqualTo("a");
        assertThat(ahead.next()).isEqualTo("b");
        assertThat(ahead.next()).isNull();
        assertThat(ahead.needsPage()).isTrue();
        ahead.fill(List.of("c"), true);
        assertThat(ahead.next()).isEqualTo("c");
        assertThat(ahead.needsPage()).isFalse();
    }

    @Test
    void beginsAnewWithoutWhatWasRead() {
        ahead.fill(List.of("a", "b"), true);
        ahead.restart();
        assertThat(ahead.needsPage()).isTrue();
        assertThat(ahead.next()).isNull();
    }
}
