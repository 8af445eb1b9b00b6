package io.tidemark.version.deletion;

import io.tidemark.access.Roles;
import io.tidemark.configuration.RevisionLimits;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionPruning;
import io.tidemark.namespace.RevisionPruningRepository;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * {@code DAV:maxrevisions}: how many of its newest revisions a resource keeps, besides those that something needs; empty for
 * all (protocol, section 4.10). Like DESTROY, it is for the owner and administrators to set. Of a configuration, it is how many
 * of the revisions that are made there are kept of each file.
 */
@ApplicationScoped
public class MaxrevisionsProperty implements SettableProperty {

    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,8}");

    private record Page(Map<UUID, Integer> limits) {}

    @Inject
    private RevisionPruning pruning;

    @Inject
    private RevisionPruningRepository repository;

    @Inject
    private RevisionLimits configurations;

    @Inject
    private Caller caller;

    @Override
    public QName name() {
        return VersioningDraft.MAXREVISIONS;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned() || ConfigurationPath.isTree(target);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        Integer limit = ConfigurationPath.isTree(target)
                ? configurations.most(target)
                : context.shared(Page.class, this::read)
                        .limits()
                        .get(target.mapped().id());
        xml.element(name(), limit == null ? "" : limit.toString());
    }

    private Page read(List<Target> page) {
        return new Page(repository.limits(page.stream()
                .filter(Target::isVersioned)
                .map(target -> target.mapped().id())
                .distinct()
                .toList()));
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        String text = value.text().strip();
        if (text.isEmpty() || text.equals("none")) {
            keep(null, change);
        } else if (POSITIVE.matcher(text).matches()) {
            keep(Integer.valueOf(text), change);
        } else {
            throw DavException.of(409, Conditions.POSITIVE_OR_NONE);
        }
    }

    @Override
    public void remove(PropertyChange change) {
        keep(null, change);
    }

    private void keep(@Nullable Integer most, PropertyChange change) {
        if (configurations.isRequested()) {
            change.whenAccepted(configurations.keep(most));
            return;
        }
        ResourceView resource = change.resource();
        if (resource == null || !resource.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        if (!caller.isIn(Roles.ADMIN) && !resource.owner().equals(caller.name())) {
            throw DavException.of(403, Conditions.OWNER_OR_ADMINISTRATOR);
        }
        change.whenAccepted(() -> pruning.keep(resource, most));
    }
}
