package io.tidemark.search;

import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The results of a search, as many as are wanted: the first ones in the order that is asked for. Among equals, and where none is
 * asked for, it is that of the names' rows, which is how the index tells them too; then that of paths.
 */
final class Matches {

    private static final int MOST = 1_000;

    private final SearchRequest request;
    private final boolean asTheyCome;
    private final int limit;
    private final List<Target> inOrder = new ArrayList<>();

    /** The last of those that are kept comes first. */
    private final PriorityQueue<Candidate> best;

    private final Comparator<Candidate> ranking;
    private boolean cut;

    private Matches(SearchRequest request, boolean asTheyCome) {
        this.request = request;
        this.asTheyCome = asTheyCome && request.orders().isEmpty();
        this.limit = Math.min(request.limit().orElse(MOST), MOST);
        this.ranking = ranking(request.orders());
        this.best = new PriorityQueue<>(ranking.reversed());
    }

    /** Those that come first in their order. */
    static Matches inOrder(SearchRequest request) {
        return new Matches(request, false);
    }

    /** Those that are found first, unless an order is asked for. */
    static Matches asTheyCome(SearchRequest request) {
        return new Matches(request, true);
    }

    /** Keeps a candidate if the condition holds and there is a place for it. */
    void offer(Candidate candidate) {
        if (request.where().of(candidate) != Truth.TRUE) {
            return;
        }
        if (asTheyCome) {
            if (inOrder.size() < limit) {
                inOrder.add(candidate.target());
            } else {
                cut = true;
            }
            return;
        }
        best.add(candidate);
        if (best.size() > limit) {
            best.remove();
            cut = true;
        }
    }

    /** Whether nothing that comes can change the results. */
    boolean isFull() {
        return cut && asTheyCome;
    }

    /** Notes that not all has been looked at. */
    void cut() {
        cut = true;
    }

    /** Whether there is more than is told. */
    boolean isCut() {
        return cut;
    }

    /** The results. */
    List<Target> results() {
        if (asTheyCome) {
            return inOrder;
        }
        return best.stream().sorted(ranking).map(Candidate::target).toList();
    }

    private static Comparator<Candidate> ranking(List<Order> orders) {
        Comparator<Candidate> ranking = Comparator.comparing(candidate -> 0);
        for (Order order : orders) {
            ranking = ranking.thenComparing(order.comparator());
        }
        return ranking.thenComparingLong(Matches::row)
                .thenComparing(candidate -> candidate.target().path().toString());
    }

    /** The row of a candidate's name. The scope, which may have none, is told first. */
    private static long row(Candidate candidate) {
        Long row = candidate.target() instanceof FilesTarget files ? files.memberId() : null;
        return row == null ? Long.MIN_VALUE : row;
    }
}
