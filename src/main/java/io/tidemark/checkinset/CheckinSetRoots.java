package io.tidemark.checkinset;

import io.tidemark.configuration.ConfigurationDeleted;
import io.tidemark.configuration.ConfigurationMade;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.Configuration.Kind;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Each workspace has a collection for its checkin sets, as long as it is there. Nothing is checked in in other configurations. */
@ApplicationScoped
class CheckinSetRoots {

    private static final Parent ROOT = new Parent(Resource.CHECKINSETS, Versioning.NONE);

    @Inject
    private Targets targets;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    void make(@Observes ConfigurationMade made) {
        if (made.kind() == Kind.WORKSPACE) {
            UUID sets = namespace.createCollection(null, false, Versioning.NONE);
            mappings.map(ROOT, CheckinSetPath.of(made.id()).name(), sets);
        }
    }

    void delete(@Observes ConfigurationDeleted deleted) {
        if (targets.of(CheckinSetPath.of(deleted.id())) instanceof FilesTarget sets) {
            mappings.unmap(ROOT, sets.rowId(), Ending.DELETED);
        }
    }
}
