package io.tidemark.configuration.merge;

import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.WorkspaceTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Goes through what a configuration shows and through what another one shows at the same paths, side by side. */
@ApplicationScoped
class SideBySideWalk {

    private static final int PAGE = 500;

    @Inject
    private Targets targets;

    @Inject
    private WorkspaceTree workspaces;

    /** What is done on the way. */
    interface Visitor {

        /** Visits a file under version control. */
        void file(FilesTarget source, FilesTarget target);

        /**
         * Visits a collection, before what is in it.
         *
         * @return the target as it is then
         */
        FilesTarget collection(FilesTarget source, FilesTarget target);
    }

    /** Visits a source, and when it is a collection, all that is in it. */
    void deep(FilesTarget source, FilesTarget target, Visitor visitor) {
        if (!source.isCollection()) {
            if (source.mapped().versioning().enabled()) {
                visitor.file(source, target);
            }
            return;
        }
        FilesTarget there = visitor.collection(source, target);
        for (List<FilesTarget> page : targets.pages(source, PAGE)) {
            page.forEach(member -> deep(member, member(there, member.path().name()), visitor));
        }
    }

    private FilesTarget member(FilesTarget collection, String name) {
        return collection instanceof ConfiguredTarget in
                ? workspaces.member(in, name)
                : (FilesTarget) targets.of(collection.path().child(name, false));
    }
}
