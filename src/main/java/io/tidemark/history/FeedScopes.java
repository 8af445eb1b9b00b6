package io.tidemark.history;

import io.tidemark.journal.NumberedChanges;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.LayerEntry;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds where the changes to a file or in a tree are noted. In a workspace, that is in each of the trees that it shows. */
@ApplicationScoped
class FeedScopes {

    @Inject
    private FeedRepository repository;

    @Inject
    private FeedSight sight;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private NumberedChanges changes;

    /** Whether the journal knows what changes there: not where a rule selects what shows. */
    boolean isRecorded(FilesTarget target) {
        return target.isAtName()
                && target.isMapped()
                && (!(target instanceof ConfiguredTarget) || isWorkspace(target.configuration()));
    }

    private boolean isWorkspace(UUID configuration) {
        return configurations
                .find(configuration)
                .filter(Configuration::isWorkspace)
                .isPresent();
    }

    /** Adds the changes of a target to a feed: those after one change and up to another. */
    void begin(FilesTarget target, long low, long high, Feed feed) {
        if (target.isFile()) {
            file(target, low, high, feed);
        } else if (target instanceof ConfiguredTarget in) {
            long born = born(in);
            boolean nearest = true;
            for (Layer layer : in.layers()) {
                if (layer.own() || layer.isLive()) {
                    long from = layer.own() ? low : Math.max(low, born);
                    feed.enter(new FeedFrame(in.path(), layer.collection(), from, high, nearest, !layer.own()), high);
                }
                nearest = false;
            }
        } else {
            UUID collection = target.mapped().id();
            FeedFrame frame = new FeedFrame(target.path(), collection, low, high, true, false);
            feed.enter(frame, high);
            birth(target).ifPresent(birth -> feed.born(frame, birth));
        }
    }

    /** What came along with a collection has no change of its own that made it: it is the one that made the collection. */
    private Optional<FeedRow> birth(FilesTarget target) {
        List<UUID> lineage = target.lineage();
        UUID itself = target.mapped().id();
        for (int i = lineage.size() - 1; i > 0; i--) {
            Optional<FeedRow> creation = repository.creation(lineage.get(i));
            if (creation.isPresent()) {
                return creation.filter(FeedRow::isFilled)
                        .map(row -> FeedRow.birth(row.number(), itself, target.isCollection()));
            }
        }
        return Optional.empty();
    }

    private void file(FilesTarget file, long low, long high, Feed feed) {
        UUID resource = file.mapped().id();
        if (!(file instanceof ConfiguredTarget in)) {
            follow(file, sight.shown(repository.names(resource), file.path()), resource, low, high, feed);
            FeedFrame frame = new FeedFrame(file.path().parent(), resource, low, high, false, false);
            birth(file).ifPresent(birth -> feed.born(frame, birth));
            return;
        }
        ConfiguredTarget above = trees.resolve(
                in.configuration(),
                in.path().parent(),
                ConfigurationPath.namesAt(in.path().parent()));
        Map<String, Shown> shown = trees.shown(above, List.of(in.path().name()));
        List<LayerEntry> entries = Optional.ofNullable(shown.get(in.path().name()))
                .map(Shown::members)
                .orElse(List.of());
        List<Long> own = new ArrayList<>();
        List<Long> inherited = new ArrayList<>();
        entries.forEach(entry -> (entry.layer().own() ? own : inherited).add(entry.id()));
        follow(file, own, resource, low, high, feed);
        if (!in.isOwn()) {
            follow(file, inherited, resource, Math.max(low, born(in)), high, feed);
        }
    }

    private static void follow(FilesTarget file, List<Long> names, UUID resource, long low, long high, Feed feed) {
        if (!names.isEmpty() && high > low) {
            feed.follow(new FeedFrame(file.path().parent(), resource, low, high, false, false), names, resource);
        }
    }

    /** The newest change that a workspace begins with. */
    private long born(ConfiguredTarget in) {
        return configurations
                .find(in.configuration())
                .map(found -> changes.newestBefore(found.createdAt()))
                .orElse(0L);
    }
}
