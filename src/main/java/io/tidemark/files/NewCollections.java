package io.tidemark.files;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.NewMember;
import io.tidemark.namespace.Parent;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.FoundTargets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The collections that a batch of an import makes, on the ways to what it brings. */
final class NewCollections {

    private final Namespace namespace;
    private final FoundTargets found;
    private final Map<DavPath, Parent> made = new HashMap<>();
    private final List<NewMember> members = new ArrayList<>();

    /**
     * None so far.
     *
     * @param found what is there, on all ways
     */
    NewCollections(Namespace namespace, FoundTargets found) {
        this.namespace = namespace;
        this.found = found;
    }

    /** The collection at a path, made if it is not there, with those above it. */
    Parent at(DavPath path) {
        FilesTarget target = found.at(path);
        if (target.isMapped()) {
            return new Parent(target.mapped().id(), target.mapped().versioning());
        }
        Parent known = made.get(path);
        if (known != null) {
            return known;
        }
        Parent parent = at(path.parent().asCollection(false));
        Parent collection =
                new Parent(namespace.createCollection(null, false, parent.versioning()), parent.versioning());
        made.put(path, collection);
        members.add(new NewMember(parent, path.name(), collection.id()));
        return collection;
    }

    /** Those that were made, where they are to be mapped. */
    List<NewMember> members() {
        return members;
    }

    /** Those that were made. */
    Set<UUID> ids() {
        return made.values().stream().map(Parent::id).collect(Collectors.toSet());
    }
}
