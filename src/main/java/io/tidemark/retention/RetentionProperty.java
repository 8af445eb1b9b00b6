package io.tidemark.retention;

import io.tidemark.access.Roles;
import io.tidemark.journal.Change;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * {@code T:retention}: how long the revisions of a file stay, or of all files below a collection which have no nearer
 * policy; empty where nothing was said. Like DESTROY, it is for the owner and administrators to set.
 */
@ApplicationScoped
public class RetentionProperty implements SettableProperty {

    private record Page(Map<UUID, String> policies) {}

    @Inject
    private RetentionRepository repository;

    @Inject
    private Change journal;

    @Inject
    private Caller caller;

    @Override
    public QName name() {
        return Tidemark.RETENTION;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        String policy = context.shared(Page.class, this::read)
                .policies()
                .get(target.mapped().id());
        if (policy == null) {
            xml.empty(name());
        } else {
            xml.raw(policy);
        }
    }

    private Page read(List<Target> page) {
        return new Page(repository.policies(page.stream()
                .filter(Target::isVersioned)
                .map(target -> target.mapped().id())
                .distinct()
                .toList()));
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        UUID resource = resource(change);
        Policy.parse(value);
        put(resource, value.toXml(), change);
    }

    @Override
    public void remove(PropertyChange change) {
        put(resource(change), null, change);
    }

    private UUID resource(PropertyChange change) {
        ResourceView resource = change.resource();
        if (resource == null || !resource.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        if (!caller.isIn(Roles.ADMIN) && !resource.owner().equals(caller.name())) {
            throw DavException.of(403, Conditions.OWNER_OR_ADMINISTRATOR);
        }
        return resource.id();
    }

    private void put(UUID resource, @Nullable String policy, PropertyChange change) {
        change.whenAccepted(() -> {
            repository.setPolicy(resource, policy);
            repository.lookAt(resource, Instant.now());
            journal.changed(resource);
        });
    }
}
