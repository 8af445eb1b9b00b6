package io.tidemark.kernel.memory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A long list, of which one page is in memory at a time: each is read when the one before it has been worked off. */
public final class Pages<T> implements Iterator<List<T>> {

    private final int size;
    private final Function<@Nullable T, ? extends List<? extends T>> after;
    private List<T> page = List.of();
    private @Nullable T last;
    private boolean ended;

    private Pages(int size, Function<@Nullable T, ? extends List<? extends T>> after) {
        this.size = size;
        this.after = after;
    }

    /**
     * The pages of a list, none of them empty.
     *
     * @param size how many elements a page has, unless it is the last
     * @param after reads the page after an element; the first page for null
     */
    public static <T> Iterable<List<T>> of(int size, Function<@Nullable T, ? extends List<? extends T>> after) {
        return () -> new Pages<>(size, after);
    }

    /** A list that is in memory, in pages, none of them empty. */
    public static <T> List<List<T>> of(List<T> list, int size) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            pages.add(list.subList(from, Math.min(from + size, list.size())));
        }
        return pages;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            page = List.copyOf(after.apply(last));
            ended = page.size() < size;
        }
        return !page.isEmpty();
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<T> next = page;
        last = next.get(next.size() - 1);
        page = List.of();
        return next;
    }
}
