package io.tidemark.figures;

import java.util.Optional;

/**
 * What is shown as it is now. None of them is asked of the database when somebody reads it: {@link Sampler} asks, as often as
 * its answer costs, and remembers.
 */
enum Figure {
    /** Changes that are committed and have no number yet. */
    UNNUMBERED("tidemark.changes.unnumbered", "", "", "", Interval.OFTEN, "Changes that wait for their numbers"),
    /** For how long the oldest of them has waited. */
    UNNUMBERED_AGE(
            "tidemark.changes.unnumbered.age",
            "",
            "",
            "seconds",
            Interval.OFTEN,
            "For how long the oldest change has waited for its number"),
    /** Writers who wait for others. */
    GATE_WAITING("tidemark.gate.waiting", "", "", "", Interval.OFTEN, "Writers who wait for others at the gate"),
    /** Locks. */
    LOCKS("tidemark.locks", "", "", "", Interval.MINUTE, "Locks that hold"),
    /** Checkouts. */
    CHECKOUTS("tidemark.checkouts", "", "", "", Interval.MINUTE, "Resources that are checked out"),
    /** What somebody has to resolve in workspaces. */
    TO_RESOLVE(
            "tidemark.resolutions",
            "state",
            "to-resolve",
            "",
            Interval.MINUTE,
            "Revisions that workspaces have not taken over"),
    /** What inheritance has not worked off. */
    TO_INHERIT(
            "tidemark.resolutions",
            "state",
            "on-the-way",
            "",
            Interval.MINUTE,
            "Revisions that workspaces have not taken over"),
    /** Uploads in several requests that are not whole. */
    UPLOADS("tidemark.uploads", "", "", "", Interval.MINUTE, "Uploads in several requests that are not whole"),
    /** What has come of them. */
    UPLOAD_BYTES("tidemark.uploads.staged", "", "", "bytes", Interval.MINUTE, "What has come of those uploads"),
    /** The database on its disk. */
    DATABASE_SIZE(
            "tidemark.database.size",
            "",
            "",
            "bytes",
            Interval.MINUTE,
            "H2's file, or PostgreSQL's database, on its disk"),
    /** What shows now. */
    CONTENT_LIVE("tidemark.content", "kind", "live", "bytes", Interval.CONTENT, "Contents, each counted once"),
    /** What only older revisions and deleted files have. */
    CONTENT_HISTORY("tidemark.content", "kind", "history", "bytes", Interval.CONTENT, "Contents, each counted once"),
    /** What nothing has any more. */
    CONTENT_GARBAGE("tidemark.content", "kind", "garbage", "bytes", Interval.CONTENT, "Contents, each counted once"),
    /** Whether the database answers. */
    DATABASE_UP("tidemark.database.up", "", "", "", Interval.NOW, "1 while the database answers, else 0"),
    /** Whether H2's disk has no room. */
    DATABASE_FULL("tidemark.database.full", "", "", "", Interval.NOW, "1 while H2's disk is too full to write, else 0"),
    /** Changes that are not in the index of names. */
    NAMES_BEHIND("tidemark.index.names.behind", "", "", "", Interval.OFTEN, "Changes that the index of names lacks"),
    /** How old the state is that the index of words has. */
    CONTENTS_AGE(
            "tidemark.index.contents.age",
            "",
            "",
            "seconds",
            Interval.NOW,
            "For how long the index of words has known of nothing new"),
    /** Requests that wait for a change. */
    WAITING("tidemark.requests.waiting", "", "", "", Interval.NOW, "Reports that wait for a change");

    /** How often it is asked. */
    enum Interval {
        /** It is in memory. */
        NOW,
        /** Every 15 seconds: it costs a look into an index, and what waits there. */
        OFTEN,
        /** Every minute: it costs as many rows as it counts. */
        MINUTE,
        /** As the setting says: it reads all contents' rows and all names. */
        CONTENT
    }

    private final String figure;
    private final String tag;
    private final String tagValue;
    private final String unit;
    private final Interval interval;
    private final String description;

    Figure(String figure, String tag, String tagValue, String unit, Interval interval, String description) {
        this.figure = figure;
        this.tag = tag;
        this.tagValue = tagValue;
        this.unit = unit;
        this.interval = interval;
        this.description = description;
    }

    /** Its name in Micrometer's spelling; several may be one figure, told apart by their tags. */
    String figure() {
        return figure;
    }

    /** Its tag, name and value; nothing for most. */
    Optional<String[]> tag() {
        return tag.isEmpty() ? Optional.empty() : Optional.of(new String[] {tag, tagValue});
    }

    /** Its unit, seconds or bytes, which becomes a part of its name; empty for what is counted. */
    String unit() {
        return unit;
    }

    Interval interval() {
        return interval;
    }

    String description() {
        return description;
    }
}
