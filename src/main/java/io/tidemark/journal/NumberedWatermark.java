package io.tidemark.journal;

/**
 * Up to where the line of changes is settled. A change that waits for its number is looked for behind that: PostgreSQL's
 * index remembers all that has ever waited, until it is vacuumed.
 *
 * <p>A place is drawn by a transaction that has its id already. So when all transactions have ended that are older than some
 * transaction, nobody will come with a place that had been drawn before that one began. Where the database does not number
 * transactions, nothing is ever settled.
 *
 * @param place at this place and before, no change waits, or ever will
 * @param next how far places had been drawn when {@code behind} began
 * @param behind a transaction; {@code next} is settled when all before it have ended
 */
record NumberedWatermark(long place, long next, long behind) {

    /**
     * What a numbering sees of those who write.
     *
     * @param drawn the last place that had been drawn before its transaction began
     * @param transaction its transaction
     * @param oldest the oldest transaction that has not ended
     */
    record Horizon(long drawn, long transaction, long oldest) {}

    /** What is settled when all has a number that was committed when the horizon was seen. */
    NumberedWatermark seen(Horizon horizon) {
        // In a restored store, it may be of another server, whose transactions had greater numbers.
        boolean known = behind <= horizon.transaction();
        if (next > place && known && horizon.oldest() < behind) {
            return this;
        }
        return new NumberedWatermark(known ? next : place, horizon.drawn(), horizon.transaction());
    }

    /** Whether there may soon be more to settle, though nothing is numbered. */
    boolean isPending() {
        return next > place;
    }
}
