package io.tidemark.namespace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

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
            copyMembers(source, copy, versioning);
        }
        return copy;
    }

    private UUID copy(ResourceView source, Versioning versioning) {
        if (!source.collection()) {
            return namespace.createFile(bodyOf(source), propertySets.copy(source.propertySetId()), versioning);
        }
        return namespace.createCollection(propertySets.copy(source.propertySetId()), source.syncBoundary(), versioning);
    }

    private void copyMembers(Source source, UUID copy, Versioning versioning) {
        List<? extends Source> page = source.members("", PAGE);
        while (!page.isEmpty()) {
            Map<String, UUID> copies = new LinkedHashMap<>();
            page.forEach(member -> copies.put(member.name(), copy(member.view(), versioning)));
            mappings.fill(new Parent(copy, versioning), copies);
            for (Source member : page) {
                if (member.view().collection()) {
                    copyMembers(member, Objects.requireNonNull(copies.get(member.name())), versioning);
                }
            }
            String last = page.get(page.size() - 1).name();
            page = page.size() < PAGE ? List.of() : source.members(last, PAGE);
        }
    }

    /** The body of a file, for another file to have; its modification time goes along. */
    public static Body bodyOf(ResourceView file) {
        Optional<Instant> modified = Optional.of(file.modifiedAt());
        return new Body(
                Objects.requireNonNull(file.hash()),
                Objects.requireNonNull(file.storedAt()),
                file.length(),
                Objects.requireNonNullElse(file.type(), "application/octet-stream"),
                file.language(),
                modified);
    }
}
