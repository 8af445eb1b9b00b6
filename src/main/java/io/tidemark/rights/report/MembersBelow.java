package io.tidemark.rights.report;

import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Reads what is below a collection, a page of members at a time. */
final class MembersBelow {

    private static final int PAGE = 500;

    private MembersBelow() {}

    /** Reads all pages; of what is still to come it holds the collections alone. */
    static void read(Targets targets, Target root, Consumer<List<Target>> reader) {
        Deque<Target> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Target collection = pending.pop();
            List<Target> page = targets.members(collection, "", PAGE);
            while (!page.isEmpty()) {
                reader.accept(page);
                page.stream().filter(Target::isCollection).forEach(pending::push);
                String last = page.get(page.size() - 1).path().name();
                page = page.size() < PAGE ? List.of() : targets.members(collection, last, PAGE);
            }
        }
    }
}
