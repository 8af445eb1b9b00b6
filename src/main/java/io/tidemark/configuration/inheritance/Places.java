package io.tidemark.configuration.inheritance;

import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathFinder;
import io.tidemark.target.PathRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What configurations show of files, and at which names. */
@ApplicationScoped
public class Places {

    @Inject
    private OwnMemberRepository names;

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
                && shown.shows(resource);
    }

    /** A page of the names at which a file is mapped, in the order of their rows. */
    List<OwnMember> members(UUID resource, long after, int limit) {
        return names.page(resource, after, limit);
    }

    /** The place of a name; empty when it is in nothing that can be reached. */
    Optional<Place> place(long memberId) {
        return names.find(memberId).flatMap(this::place);
    }

    /** The place of a name; empty when it is in nothing that can be reached. */
    Optional<Place> place(OwnMember member) {
        return place(member.collection(), member.name());
    }

    /** A place of a file in the users' namespace. */
    Optional<Place> inFiles(UUID resource) {
        return members.mappingsOf(resource).stream()
                .map(mapping -> place(mapping.collectionId(), mapping.name()))
                .flatMap(Optional::stream)
                .filter(place -> place.configuration().equals(Configuration.FILES))
                .findFirst();
    }

    /** Only in the users' namespace and in workspaces are names at which configurations have something. */
    private Optional<Place> place(UUID collection, String name) {
        DavPath path = paths.pathOf(collection).orElse(DavPath.ROOT).child(name, false);
        List<String> segments = path.segments();
        return path.subtree().equals(FilesSubtree.NAME)
                ? Optional.of(new Place(Configuration.FILES, segments.subList(1, segments.size())))
                : ConfigurationPath.configuration(path)
                        .map(configuration -> new Place(configuration, ConfigurationPath.names(path)));
    }
}
