package io.tidemark.files;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps a collection from being deleted together with the very thing that was to replace it (protocol, section 2). */
@ApplicationScoped
class ReplacementCheck {

    @Inject
    private Ancestors ancestors;

    @Inject
    private MemberRepository members;

    /**
     * Lets a source come to where a target is, unless the target is a collection that the source is in: its parent or one
     * further up, by any of its bindings.
     *
     * @throws DavException 403
     */
    void check(FilesTarget source, FilesTarget target) {
        if (target.isCollection() && contains(target, source)) {
            throw DavException.of(403, "The source is inside the destination, which it would replace.");
        }
    }

    /**
     * Lets a target take over what a source shows, unless it is the source itself by another name, or is copied along with
     * it. What was chosen of the past is none of what is written now.
     *
     * @throws DavException 403
     */
    void checkUpdate(FilesTarget source, FilesTarget target, boolean deep) {
        if (source.selection() != null || !target.isMapped() || !source.isInSameConfiguration(target)) {
            return;
        }
        UUID from = source.mapped().id();
        UUID to = target.mapped().id();
        if (from.equals(to) || (deep && ancestors.isWithin(to, from))) {
            throw DavException.of(403, "The destination is the source by another name, or inside it.");
        }
    }

    /** Which of some resources have several names, so that they may be elsewhere, too. */
    Set<UUID> withSeveralNames(List<FilesTarget> found) {
        List<UUID> resources =
                found.stream().map(target -> target.mapped().id()).toList();
        return members.mappingsOf(resources).entrySet().stream()
                .filter(mappings -> mappings.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A collection that a workspace shows may be made of several; the names say what is in it, whichever it is. */
    private boolean contains(FilesTarget collection, FilesTarget source) {
        return isBelowByName(source, collection)
                || (!source.mapped().id().equals(collection.mapped().id())
                        && ancestors.isWithin(
                                source.mapped().id(), collection.mapped().id()));
    }

    private static boolean isBelowByName(FilesTarget source, FilesTarget collection) {
        if (!source.isAtName() || !collection.isAtName()) {
            return false;
        }
        DavPath name = source.pathInFiles();
        DavPath above = collection.pathInFiles();
        return name.isWithin(above) && !name.samePlace(above);
    }
}
