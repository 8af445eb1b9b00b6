package io.tidemark.configuration.inheritance;

import io.tidemark.configuration.Configuration;
import io.tidemark.configuration.ConfigurationPath;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathFinder;
import io.tidemark.target.PathRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What configurations show of files, and at which names. */
@ApplicationScoped
public class PlaceRepository {

    private static final String MEMBER = "select m.id, m.collection_id, m.name,"
            + " coalesce(m.default_number, r.tip_number) from member m join resource r on r.id = m.resource_id";

    @Inject
    private Sql sql;

    @Inject
    private PathFinder paths;

    @Inject
    private MemberRepository members;

    @Inject
    private PathRepository files;

    @Inject
    private ConfiguredTrees trees;

    /** What a configuration shows at a place. */
    public FilesTarget at(Place place) {
        UUID configuration = place.configuration();
        if (configuration.equals(Configuration.FILES)) {
            return files.resolve(place.path());
        }
        DavPath path = ConfigurationPath.of(configuration);
        for (String name : place.names()) {
            path = path.child(name, false);
        }
        return trees.resolve(configuration, path, place.names());
    }

    /** Whether a configuration has a file at a place by a member of its own. */
    boolean isOwn(Place place, UUID resource) {
        FilesTarget shown = at(place);
        return shown.memberId() != null
                && shown.isMapped()
                && shown.mapped().id().equals(resource);
    }

    /** A page of the names at which a file is mapped, in the order of their rows. */
    List<OwnMember> members(UUID resource, long after, int limit) {
        return sql.list(
                MEMBER + " where m.resource_id = ? and m.id > ? order by m.id fetch first ? rows only",
                row -> new OwnMember(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getInt(4)),
                resource,
                after,
                limit);
    }

    /** The place of a name; empty when it is in nothing that can be reached. */
    Optional<Place> place(long memberId) {
        return sql.first(
                        MEMBER + " where m.id = ?",
                        row -> new OwnMember(
                                row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getInt(4)),
                        memberId)
                .flatMap(this::place);
    }

    /** The place of a name; empty when it is in nothing that can be reached. */
    Optional<Place> place(OwnMember member) {
        return paths.pathOf(member.collection()).map(collection -> place(collection.child(member.name(), false)));
    }

    /** A place of a file in the users' namespace. */
    Optional<Place> inFiles(UUID resource) {
        return members.mappingsOf(resource).stream()
                .map(mapping -> paths.pathOf(mapping.collectionId())
                        .map(collection -> place(collection.child(mapping.name(), false))))
                .flatMap(Optional::stream)
                .filter(place -> place.configuration().equals(Configuration.FILES))
                .findFirst();
    }

    private static Place place(DavPath path) {
        Optional<UUID> configuration = ConfigurationPath.configuration(path);
        List<String> segments = path.segments();
        return new Place(
                configuration.orElse(Configuration.FILES),
                new ArrayList<>(segments.subList(configuration.isPresent() ? 2 : 1, segments.size())));
    }
}
