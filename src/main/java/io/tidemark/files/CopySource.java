package io.tidemark.files;

import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.TreeCopy;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import java.util.List;

/** What COPY copies, as the request sees it: as it is, as it was, or as a workspace shows it. */
record CopySource(Targets targets, FilesTarget target, CopyCount count) implements TreeCopy.Source {

    /** The same as it is when it has been locked. */
    CopySource at(FilesTarget locked) {
        return new CopySource(targets, locked, count);
    }

    @Override
    public String name() {
        return target.path().name();
    }

    @Override
    public ResourceView view() {
        return target.mapped();
    }

    @Override
    public List<CopySource> members(String after, int limit) {
        List<FilesTarget> page = targets.stored(target, after, limit);
        count.add(page.size());
        return page.stream()
                .map(member -> new CopySource(targets, member, count))
                .toList();
    }
}
