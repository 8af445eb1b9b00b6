package io.tidemark.files;

import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.TreeCopy;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** Lets single files and collections take over what others show. */
@ApplicationScoped
class MemberUpdate {

    @Inject
    private Namespace namespace;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private Replacement replacement;

    /**
     * Of some pairs, those at which there is something to do. What is there and shows all that the source does already is
     * left alone; a collection's members are another matter.
     */
    List<MemberPair> changing(List<MemberPair> pairs) {
        Set<Long> sets = new HashSet<>();
        pairs.stream()
                .filter(MemberPair::isUpdate)
                .flatMap(pair -> Stream.of(pair.source().view(), pair.existing().view()))
                .map(ResourceView::propertySetId)
                .filter(Objects::nonNull)
                .forEach(sets::add);
        Map<Long, Map<QName, String>> properties = propertySets.read(sets);
        return pairs.stream()
                .filter(pair -> !pair.isUpdate() || isNews(pair, properties))
                .toList();
    }

    private static boolean isNews(MemberPair pair, Map<Long, Map<QName, String>> properties) {
        FilesTarget source = pair.source().target();
        FilesTarget target = pair.existing().target();
        boolean same = source.selection() == null
                && source.isInSameConfiguration(target)
                && source.mapped().id().equals(target.mapped().id());
        if (same) {
            return false;
        }
        return source.isCollection()
                || !TreeCopy.bodyOf(source.mapped()).isShownBy(target.mapped(), Instant.now())
                || !of(source.mapped(), properties).equals(of(target.mapped(), properties));
    }

    private static Map<QName, String> of(ResourceView view, Map<Long, Map<QName, String>> properties) {
        Long set = view.propertySetId();
        return set == null ? Map.of() : properties.getOrDefault(set, Map.of());
    }

    /**
     * Gives a target what a source of the same kind shows, but for a collection's members.
     *
     * @return the number of the revision that has it
     * @throws DavException 409 {@code cannot-modify-version-controlled-content} for what must be checked out first
     */
    int update(FilesTarget source, FilesTarget target) {
        return source.isCollection()
                ? collection(source.mapped(), target)
                : replacement.replace(target.modifiable(), source.mapped()).revision();
    }

    private int collection(ResourceView source, FilesTarget target) {
        ResourceView there = target.mapped();
        Map<QName, String> properties = propertySets.read(source.propertySetId());
        int number = there.revision();
        boolean same = properties.equals(propertySets.read(there.propertySetId()))
                && Objects.equals(source.language(), there.language());
        if (!same) {
            BranchPosition position = target.modifiable().line();
            number = namespace.setProperties(there, position, properties, source.language());
        }
        if (source.syncBoundary() != there.syncBoundary()) {
            namespace.setSyncBoundary(there, source.syncBoundary());
        }
        return number;
    }
}
