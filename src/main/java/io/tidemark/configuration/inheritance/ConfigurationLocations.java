package io.tidemark.configuration.inheritance;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
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
public class ConfigurationLocations {

    @Inject
    private WorkspaceEntryRepository names;

    @Inject
    private PathFinder paths;

    @Inject
    private MemberRepository members;

    @Inject
    private PathRepository files;

    @Inject
    private ConfiguredTrees trees;

    /** What a configuration shows at a location. */
    public FilesTarget at(ConfigurationLocation location) {
        UUID configuration = location.configuration();
        if (configuration.equals(Configuration.FILES)) {
            return files.resolve(location.path());
        }
        DavPath path = ConfigurationPath.of(configuration);
        for (String name : location.names()) {
            path = path.child(name, false);
        }
        return trees.resolve(configuration, path, location.names());
    }

    /** Whether a configuration has a file at a location by a member of its own. */
    boolean isOwn(ConfigurationLocation location, UUID resource) {
        FilesTarget shown = at(location);
        return shown.memberId() != null && shown.shows(resource);
    }

    /** A page of the names at which a file is mapped, in the order of their rows. */
    List<WorkspaceEntry> members(UUID resource, long after, int limit) {
        return names.page(resource, after, limit);
    }

    /** The location of a name; empty when it is in nothing that can be reached. */
    Optional<ConfigurationLocation> location(long memberId) {
        return names.find(memberId).flatMap(this::location);
    }

    /** The location of a name; empty when it is in nothing that can be reached. */
    Optional<ConfigurationLocation> location(WorkspaceEntry member) {
        return location(member.collection(), member.name());
    }

    /** A location of a file in the users' namespace. */
    Optional<ConfigurationLocation> inFiles(UUID resource) {
        return members.mappingsOf(resource).stream()
                .map(mapping -> location(mapping.collectionId(), mapping.name()))
                .flatMap(Optional::stream)
                .filter(location -> location.configuration().equals(Configuration.FILES))
                .findFirst();
    }

    /** Only in the users' namespace and in workspaces are names at which configurations have something. */
    private Optional<ConfigurationLocation> location(UUID collection, String name) {
        DavPath path = paths.pathOf(collection).orElse(DavPath.ROOT).child(name, false);
        List<String> segments = path.segments();
        return path.subtree().equals(FilesSubtree.NAME)
                ? Optional.of(new ConfigurationLocation(Configuration.FILES, segments.subList(1, segments.size())))
                : ConfigurationPath.configuration(path)
                        .map(configuration -> new ConfigurationLocation(configuration, ConfigurationPath.names(path)));
    }
}
