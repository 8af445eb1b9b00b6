package io.tidemark.checkinset.property;

import io.tidemark.checkinset.CheckinSet;
import io.tidemark.checkinset.CheckinSetPath;
import io.tidemark.checkinset.CheckinSetRepository;
import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.xml.namespace.QName;

/** {@code DAV:closed}: whether nothing more comes into a checkin set. Once it is 1, it stays so. */
@ApplicationScoped
public class ClosedProperty implements SettableProperty {

    @Inject
    private CheckinSetRepository sets;

    @Inject
    private Change change;

    @Override
    public QName name() {
        return ConfigurationDraft.CLOSED;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return CheckinSetPath.isSet(target.path()) && target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        boolean closed = sets.find(target.mapped().id()).map(CheckinSet::closed).orElse(true);
        xml.element(name(), closed ? "1" : "0");
    }

    @Override
    public void set(XmlElement value, PropertyChange update) {
        CheckinSet set = set(update);
        switch (value.text()) {
            case "1" -> {
                if (!set.closed()) {
                    update.whenAccepted(() -> close(set));
                }
            }
            case "0" -> {
                if (set.closed()) {
                    throw DavException.of(409, Conditions.CHECKIN_SET_CLOSED);
                }
            }
            default -> throw DavException.conflict("A checkin set is closed, 1, or not, 0.");
        }
    }

    private void close(CheckinSet set) {
        set.close();
        change.changed(set.collection(), Deed.PROPERTIES);
    }

    @Override
    public void remove(PropertyChange update) {
        throw DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY);
    }

    private CheckinSet set(PropertyChange update) {
        ResourceView resource = update.resource();
        return Optional.ofNullable(resource)
                .flatMap(collection -> sets.lock(collection.id()))
                .orElseThrow(() -> DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY));
    }
}
