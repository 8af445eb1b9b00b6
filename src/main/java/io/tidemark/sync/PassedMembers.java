package io.tidemark.sync;

import java.util.Arrays;

/** The members that a walk has visited on its way through a collection, for it to know them when it comes round again. */
final class PassedMembers {

    private static final int FIRST = 16;

    private long[] ids = new long[0];
    private int count;
    private int sorted;

    void add(long member) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, Math.max(FIRST, count * 2));
        }
        ids[count++] = member;
    }

    /** Lets {@link #has} know of all that were added before this. */
    void turn() {
        Arrays.sort(ids, 0, count);
        sorted = count;
    }

    /** Whether {@link #has} knows of any. */
    boolean isKnowing() {
        return sorted > 0;
    }

    boolean has(long member) {
        return Arrays.binarySearch(ids, 0, sorted, member) >= 0;
    }
}
