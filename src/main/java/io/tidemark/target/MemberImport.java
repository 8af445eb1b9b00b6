package io.tidemark.target;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Overrides;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Adds members to a workspace that it has from nobody (protocol, section 5.3, MKREF). */
@ApplicationScoped
public class MemberImport {

    private static final int PAGE = 500;

    @Inject
    private Targets targets;

    @Inject
    private WorkspaceTree tree;

    @Inject
    private WorkspaceWrites writes;

    @Inject
    private Overrides overrides;

    /**
     * Makes a source a member at a target.
     *
     * @return the target as it is then
     * @throws DavException 409 for a target that is in nothing, 409 {@code not-versioned}
     */
    public ConfiguredTarget importMember(ConfiguredTarget target, FilesTarget source) {
        ConfiguredTarget parent = parent(target);
        if (source.isCollection()) {
            collection(parent, target.path().name(), source);
        } else {
            file(parent, target.path().name(), source.versioned());
        }
        return tree.member(parent, target.path().name());
    }

    /**
     * {@link #importMember} for a collection without its members.
     *
     * @return the target as it is then
     */
    public ConfiguredTarget importAlone(ConfiguredTarget target, FilesTarget source) {
        return alone(parent(target), target.path().name(), source);
    }

    private ConfiguredTarget parent(ConfiguredTarget target) {
        ConfiguredTarget parent = writes.parent(target, true);
        if (parent == null) {
            throw DavException.of(403, "The root of a configuration cannot be replaced.");
        }
        if (!parent.isCollection()) {
            throw DavException.of(409, Conditions.BIND_INTO_COLLECTION);
        }
        return parent;
    }

    private void file(ConfiguredTarget parent, String name, ResourceView resource) {
        ConfiguredTarget there = tree.member(parent, name);
        if (there.shows(resource.id())) {
            ConfiguredTarget own = writes.own(parent, there);
            overrides.show(own.rowId(), resource.id(), resource.revision());
            return;
        }
        if (there.isMapped()) {
            overrides.remove(there.existingParent(), writes.own(parent, there).rowId(), Ending.DEREFERENCED);
        }
        overrides.file(there.existingParent(), name, resource.id(), resource.revision());
    }

    private ConfiguredTarget alone(ConfiguredTarget parent, String name, FilesTarget source) {
        ConfiguredTarget there = tree.member(parent, name);
        if (there.isMapped() && !there.isCollection()) {
            overrides.remove(there.existingParent(), writes.own(parent, there).rowId(), Ending.DEREFERENCED);
            there = tree.member(parent, name);
        }
        if (!there.isMapped()) {
            overrides.collection(there.existingParent(), name, source.mapped());
        } else {
            overrides.bringIn(writes.own(parent, there).mapped().id());
        }
        return tree.member(parent, name);
    }

    private void collection(ConfiguredTarget parent, String name, FilesTarget source) {
        ConfiguredTarget here = alone(parent, name, source);
        for (List<FilesTarget> page : targets.pages(source, PAGE)) {
            page.forEach(member -> member(here, member));
            overrides.forget();
        }
    }

    private void member(ConfiguredTarget here, FilesTarget source) {
        if (source.isCollection()) {
            collection(here, source.path().name(), source);
        } else if (source.mapped().versioning().enabled()) {
            file(here, source.path().name(), source.mapped());
        }
    }
}
