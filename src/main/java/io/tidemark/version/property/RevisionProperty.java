package io.tidemark.version.property;

import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import io.tidemark.version.RevisionDetails;
import io.tidemark.version.RevisionDetailsRepository;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A property that a revision has. What it is made of is read once for a page of revisions. */
abstract class RevisionProperty implements LiveProperty {

    private record Page(Map<RevisionKey, RevisionDetails> details) {}

    @Inject
    private RevisionDetailsRepository repository;

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned() && (isOfWork() || !isCheckedOutInPlace(target));
    }

    /** Whether it is also a property of what is checked out in place, and no revision yet. */
    boolean isOfWork() {
        return false;
    }

    private static boolean isCheckedOutInPlace(Target target) {
        ResourceView resource = target.resource();
        return resource != null && resource.isCheckedOutInPlace();
    }

    /** Whether it is a working resource, which says what the revision will say that is made of it. */
    static boolean isWorking(Target target) {
        ResourceView resource = target.resource();
        return resource != null && resource.isWorking();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        ResourceView view = target.mapped();
        RevisionDetails details =
                context.shared(Page.class, this::read).details().get(RevisionKey.of(view));
        if (details == null) {
            xml.empty(name());
        } else {
            write(details, view, xml);
        }
    }

    /** Writes the property's element. */
    abstract void write(RevisionDetails revision, ResourceView view, XmlWriter xml);

    /** Ids of revisions, separated by commas. */
    static String ids(Collection<Integer> numbers) {
        return numbers.stream().map(RevisionId::of).collect(Collectors.joining(","));
    }

    static String flag(boolean value) {
        return value ? "1" : "0";
    }

    private Page read(List<Target> page) {
        return new Page(repository.read(page.stream()
                .filter(target -> target.isVersioned() || isWorking(target))
                .map(target -> RevisionKey.of(target.mapped()))
                .distinct()
                .toList()));
    }
}
