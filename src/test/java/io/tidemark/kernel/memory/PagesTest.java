package io.tidemark.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of three of the numbers from 1 on. */
class PagesTest {
    private final List<Integer> asked = new ArrayList<>();
    private int most;

    private List<Integer> after(@Nullable Integer last) {
        asked.add(last == null ? 0 : last);
        int from = last == null ? 1 : last + 1;
        return IntStream.rangeClosed(from, Math.min(most, from + 2)).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, '[]', '[0]'",
        "2, '[[1, 2]]', '[0]'",
        "3, '[[1, 2, 3]]', '[0, 3]'",
        "4, '[[1, 2, 3], [4]]', '[0, 3]'",
        "6, '[[1, 2, 3], [4, 5, 6]]', '[0, 3, 6]'",
    })
    void aPageThatIsNotFullIsTheLast(int numbers, String pages, String reads) {
        most = numbers;
        var found = new ArrayList<List<Integer>>();
        Pages.of(3, this::after).forEach(found::add);
        assertThat(found).hasToString(pages);
        assertThat(asked).hasToString(reads);
    }

    @Test
    void aPageIsReadWhenTheOneBeforeItHasBeenWorkedOff() {
        most = 9;
        var pages = Pages.of(3, this::after).iterator();
        assertThat(asked).isEmpty();
        pages.next();
        assertThat(asked).containsExactly(0);
        assertThat(pages.hasNext()).isTrue();
        assertThat(pages.hasNext()).isTrue();
        assertThat(asked).containsExactly(0, 3);
    }

    @Test
    void thereIsNoneAfterTheLast() {
        most = 1;
        var pages = Pages.of(3, this::after).iterator();
        pages.next();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    }
}
