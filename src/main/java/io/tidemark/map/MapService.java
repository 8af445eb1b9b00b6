package io.tidemark.map;

import io.tidemark.access.Roles;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.journal.Change;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes version maps and takes them away, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MapService {

    @Inject
    private Admission admission;

    @Inject
    private MapRepository maps;

    @Inject
    private Targets targets;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private Change change;

    @Inject
    private Caller caller;

    @Inject
    @ConfigProperty(name = "tidemark.map.max-per-user", defaultValue = "10000")
    private int maxPerUser;

    /**
     * Maps the tree of the configuration that the request names, or of the default one.
     *
     * @throws DavException 409 {@code map-name-is-free}, 507 {@code too-many-maps}
     */
    @Write
    public void ofConfiguration(DavPath path, Preconditions preconditions) {
        store(path, preconditions, new VersionMap.OfConfiguration(trees.view().orElse(Configuration.FILES)));
    }

    /**
     * Maps the revisions of a file.
     *
     * @throws DavException 409 {@code map-name-is-free}, {@code mapped-file-exists} or {@code not-versioned}; 507 {@code
     *     too-many-maps}
     */
    @Write
    public void ofRevisions(DavPath path, Preconditions preconditions, Optional<DavPath> file, MapStyle style) {
        Target target = file.map(targets::of).orElse(null);
        if (!(target instanceof FilesTarget found) || !found.isAtName() || !found.isFile()) {
            throw DavException.of(409, Conditions.MAPPED_FILE_EXISTS);
        }
        store(
                path,
                preconditions,
                new VersionMap.OfRevisions(found.versioned().id(), found.path().name(), style));
    }

    private void store(DavPath path, Preconditions preconditions, VersionMap map) {
        admission.admit(preconditions, path, Set.of(), Set.of());
        if (maps.reaches(maxPerUser, change.principal())) {
            throw DavException.of(507, Conditions.TOO_MANY_MAPS);
        }
        if (maps.find(path.name()).isPresent()) {
            throw DavException.of(409, Conditions.MAP_NAME_IS_FREE);
        }
        maps.create(path.name(), map, change.principal(), change.at());
    }

    /**
     * Takes a map away; what it shows stays.
     *
     * @throws DavException 404; 403 {@code owner-or-administrator} for who has not made it
     */
    @Write
    public void delete(DavPath path, Preconditions preconditions) {
        admission.admit(preconditions, path, Set.of(), Set.of());
        StoredMap map = maps.lock(path.name()).orElseThrow(DavException::notFound);
        if (!map.author().equals(caller.name()) && !caller.isIn(Roles.ADMIN)) {
            throw DavException.of(403, Conditions.OWNER_OR_ADMINISTRATOR);
        }
        maps.delete(map);
    }
}
