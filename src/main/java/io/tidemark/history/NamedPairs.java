package io.tidemark.history;

import io.tidemark.target.FilesTarget;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members of two collections at some names, page by page. */
final class NamedPairs implements Iterator<NamePair> {

    private static final int PAGE = 100;

    private final PastMembers members;
    private final Iterator<String> names;
    private final FilesTarget before;
    private final @Nullable Instant beforeMoment;
    private final FilesTarget now;
    private final @Nullable Instant nowMoment;
    private final Deque<NamePair> page = new ArrayDeque<>();

    /** The members at names that are in order. */
    NamedPairs(
            PastMembers members,
            List<String> names,
            FilesTarget before,
            @Nullable Instant beforeMoment,
            FilesTarget now,
            @Nullable Instant nowMoment) {
        this.members = members;
        this.names = names.iterator();
        this.before = before;
        this.beforeMoment = beforeMoment;
        this.now = now;
        this.nowMoment = nowMoment;
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && names.hasNext()) {
            fill();
        }
        return !page.isEmpty();
    }

    private void fill() {
        List<String> some = new ArrayList<>();
        while (names.hasNext() && some.size() < PAGE) {
            some.add(names.next());
        }
        Map<String, PastMember> old = byName(members.named(before, beforeMoment, some));
        Map<String, PastMember> shown = byName(members.named(now, nowMoment, some));
        for (String name : some) {
            if (old.containsKey(name) || shown.containsKey(name)) {
                page.add(new NamePair(name, old.get(name), shown.get(name)));
            }
        }
    }

    private static Map<String, PastMember> byName(List<PastMember> found) {
        return found.stream().collect(Collectors.toMap(PastMember::name, member -> member));
    }

    @Override
    public NamePair next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.removeFirst();
    }
}
