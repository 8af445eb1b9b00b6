package io.tidemark.retention;

import io.tidemark.access.Roles;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.HoldRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * {@code T:hold}: why nothing of a resource, and of what is or was below it, is to go for ever; empty while it may.
 * Administrators set it, also on what was deleted, by the URL of a revision.
 */
@ApplicationScoped
public class HoldProperty implements SettableProperty {

    private static final int MOST_CHARACTERS = 2_000;

    private record Page(Map<UUID, String> reasons) {}

    @Inject
    private HoldRepository holds;

    @Inject
    private Caller caller;

    @Override
    public QName name() {
        return Tidemark.HOLD;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        ResourceView resource = target.resource();
        return target instanceof FilesTarget && resource != null && !resource.isWorking();
    }

    /** What is being purged is not held meanwhile, and the other way round. */
    @Override
    public boolean keepsWritersOut() {
        return true;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        String reason = context.shared(Page.class, this::read)
                .reasons()
                .get(target.mapped().id());
        xml.element(name(), reason == null ? "" : reason);
    }

    private Page read(List<Target> page) {
        return new Page(holds.reasons(page.stream()
                .filter(this::isDefinedOn)
                .map(target -> target.mapped().id())
                .distinct()
                .toList()));
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        String reason = value.text();
        if (reason.isBlank()
                || reason.length() > MOST_CHARACTERS
                || !value.children().isEmpty()) {
            throw DavException.conflict("A hold has a reason, of " + MOST_CHARACTERS + " characters at most.");
        }
        put(reason, change);
    }

    @Override
    public void remove(PropertyChange change) {
        put(null, change);
    }

    private void put(@Nullable String reason, PropertyChange change) {
        ResourceView resource = change.resource();
        if (!caller.isIn(Roles.ADMIN)) {
            throw DavException.of(403, Conditions.ADMINISTRATOR);
        }
        if (resource == null || resource.isWorking()) {
            throw DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY);
        }
        change.whenAccepted(() -> holds.set(resource.id(), reason));
    }
}
