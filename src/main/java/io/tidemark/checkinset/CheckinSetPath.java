package io.tidemark.checkinset;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.ConfigurationPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where checkin sets are: {@code /checkinsets/{configuration}/{name}/}. */
public final class CheckinSetPath {

    /** The subtree's name. */
    public static final String NAME = "checkinsets";

    private static final int SET_DEPTH = 3;

    private CheckinSetPath() {}

    /** The collection of a configuration's checkin sets. */
    public static DavPath of(UUID configuration) {
        return DavPath.of(List.of(NAME, ConfigurationPath.of(configuration).name()), true);
    }

    /** The configuration in whose part of the subtree a path is. */
    static Optional<UUID> configuration(DavPath path) {
        List<String> names = new ArrayList<>(path.segments());
        names.set(0, ConfigurationPath.NAME);
        return ConfigurationPath.configuration(DavPath.of(names, true));
    }

    /** Whether a path is one of a set, whether there is one or not. */
    public static boolean isSet(DavPath path) {
        return path.subtree().equals(NAME) && path.segments().size() == SET_DEPTH;
    }

    /** Whether a path is one of a set's member. */
    static boolean isMember(DavPath path) {
        return path.segments().size() == SET_DEPTH + 1;
    }
}
