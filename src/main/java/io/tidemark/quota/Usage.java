package io.tidemark.quota;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a tree costs, by who wrote it. */
final class Usage {

    private final Map<String, Share> shares = new TreeMap<>();

    /**
     * What is one user's.
     *
     * @param files how many files show what the user wrote
     * @param liveBytes how long that is together
     * @param revisions how many further revisions of these and other files are the user's
     * @param historyBytes how much longer the contents of these are, a content that revisions have one after another once
     * @param deletedRevisions how many revisions of deleted files are the user's, which can come back
     * @param deletedBytes how long their contents are
     */
    record Share(
            String user,
            long files,
            long liveBytes,
            long revisions,
            long historyBytes,
            long deletedRevisions,
            long deletedBytes) {

        private Share plus(Share other) {
            return new Share(
                    user,
                    files + other.files,
                    liveBytes + other.liveBytes,
                    revisions + other.revisions,
                    historyBytes + other.historyBytes,
                    deletedRevisions + other.deletedRevisions,
                    deletedBytes + other.deletedBytes);
        }

        /** All bytes. */
        long bytes() {
            return liveBytes + historyBytes + deletedBytes;
        }

        /** The same as a part of what was deleted. */
        Share asDeleted() {
            return new Share(user, 0, 0, 0, 0, files + revisions, liveBytes + historyBytes);
        }
    }

    void add(Share share) {
        shares.merge(share.user(), share, Share::plus);
    }

    /** All together. */
    Share total() {
        return shares.values().stream().reduce(new Share("", 0, 0, 0, 0, 0, 0), Share::plus);
    }

    /** What is whose, the largest first. */
    List<Share> shares() {
        return shares.values().stream()
                .sorted(Comparator.comparingLong(Share::bytes).reversed())
                .toList();
    }

    /** One user's part alone. */
    Usage of(String user) {
        Usage own = new Usage();
        Share share = shares.get(user);
        if (share != null) {
            own.add(share);
        }
        return own;
    }
}
