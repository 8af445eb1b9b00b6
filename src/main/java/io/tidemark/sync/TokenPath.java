package io.tidemark.sync;

import io.tidemark.journal.Step;
import io.tidemark.target.FilesTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The way by which a URL leads to a collection. */
final class TokenPath {

    private TokenPath() {}

    /** The steps from {@code /files/} down, which is mapped nowhere itself. */
    static List<Step> to(FilesTarget collection) {
        List<UUID> lineage = collection.lineage();
        List<String> names = collection.path().segments();
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < lineage.size(); i++) {
            steps.add(new Step(lineage.get(i - 1), names.get(i), lineage.get(i)));
        }
        return steps;
    }
}
