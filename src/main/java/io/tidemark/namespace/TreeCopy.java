package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import io.tidemark.kernel.memory.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Copies resources: content and properties, not identity or history. The contents themselves are shared. */
@ApplicationScoped
public class TreeCopy {

    private static final int PAGE = 500;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Inject
    private PropertySetRepository propertySets;

    /** What is copied, as whoever asks for the copy sees it. */
    public interface Source {

        /** Its name. */
        String name();

        /** What it shows. */
        ResourceView view();

        /** A page of its members in the order of their names, after {@code after}. */
        List<? extends Source> members(String after, int limit);
    }

    /**
     * Copies a source, and if {@code deep} everything below it.
     *
     * @param versioning what the copy, and all that is in it, takes over from the collection that it comes into
     * @return the copy, which is mapped nowhere yet; what is below it is mapped in it
     */
    public UUID copy(Source source, boolean deep, Versioning versioning) {
        UUID copy = copy(source.view(), versioning);
        if (deep && source.view().collection()) {
            copyMembers(source, copy, versioning, new HashMap<>());
        }
        return copy;
    }

    /** What two names show that are to show one copy: the same resource, and of it the same. */
    private record Shown(
            UUID resource,
            @Nullable ContentHash content,
            @Nullable Long properties) {

        static Shown by(Source source) {
            ResourceView view = source.view();
            return new Shown(view.id(), view.hash(), view.propertySetId());
        }
    }

    private UUID copy(ResourceView source, Versioning versioning) {
        if (!source.collection()) {
            return namespace.createFile(bodyOf(source), propertySets.copy(source.propertySetId()), versioning);
        }
        return namespace.createCollection(propertySets.copy(source.propertySetId()), source.syncBoundary(), versioning);
    }

    /**
     * A resource with two names becomes one resource with two names. So collections that are bound twice in one another,
     * level by level, are as many in the copy as in the source; and not twice as many with each level.
     *
     * @param known what has been copied so far; as long as the count of what is copied allows
     */
    private void copyMembers(Source source, UUID copy, Versioning versioning, Map<Shown, UUID> known) {
        for (List<Source> page :
                Pages.<Source>of(PAGE, last -> source.members(last == null ? "" : last.name(), PAGE))) {
            Map<String, UUID> copies = new LinkedHashMap<>();
            List<Source> collections = new ArrayList<>();
            for (Source member : page) {
                copies.put(member.name(), known.computeIfAbsent(Shown.by(member), first -> {
                    if (member.view().collection()) {
                        collections.add(member);
                    }
                    return copy(member.view(), versioning);
                }));
            }
            mappings.fill(new Parent(copy, versioning), copies);
            for (Source member : collections) {
                copyMembers(member, Objects.requireNonNull(copies.get(member.name())), versioning, known);
            }
        }
    }

    /** The body of a file, for another file to have; its modification time goes along. */
    public static Body bodyOf(ResourceView file) {
        Optional<Instant> modified = Optional.of(file.modifiedAt());
        return new Body(
                file.body(),
                Objects.requireNonNull(file.storedAt()),
                file.length(),
                Objects.requireNonNullElse(file.type(), "application/octet-stream"),
                file.language(),
                modified);
    }
}
