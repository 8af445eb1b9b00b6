package io.tidemark.rights;

import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the caller may do with each target of a page, whose lists are read together. */
public final class PageRights {

    private final Rights rights;
    private final Map<UUID, AccessList> lists;

    PageRights(Rights rights, Map<UUID, AccessList> lists) {
        this.rights = rights;
        this.lists = lists;
    }

    /** A list, and at which place of a target's lineage the collection is that has it. */
    public record Governing(AccessList list, int level) {}

    /** Whether the caller has a privilege where a target is. */
    public boolean may(Target target, Privilege privilege) {
        if (!rights.isAllowed(privilege)) {
            return false;
        }
        if (!(target instanceof FilesTarget files)) {
            return privilege == Privilege.READ;
        }
        if (files instanceof ConfiguredTarget || !files.isAtName()) {
            return rights.may(files, privilege);
        }
        return rights.may(files, governing(files).map(Governing::list), privilege);
    }

    /** The list that holds for a target in the files; empty when it is the roles that do. */
    public Optional<Governing> governing(Target target) {
        List<UUID> lineage = target.lineage();
        for (int i = lineage.size() - 1; i >= 0; i--) {
            AccessList list = lists.get(lineage.get(i));
            if (list != null) {
                return Optional.of(new Governing(list, i));
            }
        }
        return Optional.empty();
    }
}
