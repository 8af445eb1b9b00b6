package io.tidemark.history;

import io.tidemark.history.FeedRepository.Name;
import io.tidemark.history.FeedRepository.Subtree;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes what a feed finds into what people are told: what it is called now, where it came from, and only what they may see. */
final class FeedItems {

    private static final int PAGE = 500;

    private final FilesTarget target;
    private final boolean deep;
    private final FeedRepository repository;
    private final FeedSight sight;
    private final ConfiguredTrees trees;

    /**
     * The items of a feed.
     *
     * @param target what the feed is about
     * @param deep whether what is further below is in it
     */
    FeedItems(FilesTarget target, boolean deep, FeedRepository repository, FeedSight sight, ConfiguredTrees trees) {
        this.target = target;
        this.deep = deep;
        this.repository = repository;
        this.sight = sight;
        this.trees = trees;
    }

    /** Adds what a row tells to its change. */
    void add(FeedFrame frame, FeedRow row, FoundChange change) {
        if (row.isBirth()) {
            born(row, change);
            return;
        }
        if (row.isOfCollection()) {
            if (frame.root()) {
                change.add(item(target.path(), row, null));
            }
            return;
        }
        DavPath was = frame.path().child(row.name(), row.isCollection());
        boolean shows = target instanceof ConfiguredTarget in ? sight.showsAt(in, was) : sight.shows(row);
        if (!shows || (frame.inherited() && !isShown(was, row))) {
            return;
        }
        if (row.isMove()) {
            moved(frame, row, was, change);
        } else {
            FeedItem item = item(row.isRemoval() ? was : now(row, was), row, null);
            change.add(item);
            if (deep && row.isFilled() && row.deeds().contains(Deed.CREATED)) {
                addFilled(item.path(), row.resource(), change);
            }
        }
    }

    private DavPath now(FeedRow row, DavPath was) {
        if (target.isFile()) {
            return target.path();
        }
        return row.current() ? was : elsewhere(row, was);
    }

    private DavPath elsewhere(FeedRow row, DavPath was) {
        return sight.lastPath(row.resource(), was);
    }

    private void born(FeedRow row, FoundChange change) {
        if (row.isCollection()) {
            addFilled(target.path(), row.resource(), change, deep, new HashSet<>());
        } else {
            change.add(item(target.path(), row, null));
        }
    }

    /** Both ends of a move tell of it; it is told at that which it came to, if that is in scope. */
    private void moved(FeedFrame frame, FeedRow row, DavPath was, FoundChange change) {
        Optional<Name> other = Optional.ofNullable(row.other()).flatMap(repository::name);
        Optional<DavPath> path = other.flatMap(name -> pathOf(name, frame, row));
        if (!row.isRemoval()) {
            if (path.isPresent()) {
                change.add(item(now(row, was), row, path.get()));
            } else {
                change.add(new FeedItem(now(row, was), row.resource(), EnumSet.of(Deed.CREATED), null, row.revision()));
            }
        } else if (path.isEmpty()) {
            change.add(new FeedItem(was, row.resource(), EnumSet.of(Deed.REMOVED), null, row.revision()));
        } else if (!isInScope(other.orElseThrow(), path.get())) {
            change.add(item(elsewhere(row, path.get()), row, was));
        }
    }

    private Optional<DavPath> pathOf(Name name, FeedFrame frame, FeedRow row) {
        Optional<DavPath> collection = name.collection().equals(row.collection())
                ? Optional.of(frame.path())
                : sight.path(name.collection(), frame.path());
        return collection.map(above -> above.child(name.name(), row.isCollection()));
    }

    private boolean isInScope(Name name, DavPath path) {
        if (target.isFile()) {
            return true;
        }
        return deep
                ? path.isWithin(target.path())
                : name.collection().equals(target.mapped().id());
    }

    /** Whether a workspace shows at a name what happened there in another tree, or that something went. */
    private boolean isShown(DavPath path, FeedRow row) {
        if (!(target instanceof ConfiguredTarget in)) {
            return true;
        }
        ConfiguredTarget shown = trees.resolve(in.configuration(), path, ConfigurationPath.namesAt(path));
        return row.isRemoval()
                ? !shown.isMapped()
                : shown.isMapped() && !shown.isOwn() && shown.mapped().id().equals(row.resource());
    }

    /** Tells of all that a collection was made with. */
    private void addFilled(DavPath path, UUID collection, FoundChange change) {
        addFilled(path, collection, change, true, new HashSet<>());
    }

    private void addFilled(DavPath path, UUID collection, FoundChange change, boolean deeply, Set<UUID> above) {
        if (!above.add(collection)) {
            return;
        }
        for (List<Subtree> page : Pages.<Subtree>of(PAGE, last -> cameWith(collection, last))) {
            for (Subtree member : sight.shown(page)) {
                UUID resource = member.collection();
                if (resource != null) {
                    DavPath at = path.child(member.name(), member.isCollection());
                    change.add(new FeedItem(at, resource, EnumSet.of(Deed.CREATED), null, null));
                    if (deeply && member.isCollection()) {
                        addFilled(at, resource, change, true, above);
                    }
                }
            }
        }
        above.remove(collection);
    }

    private List<Subtree> cameWith(UUID collection, @Nullable Subtree last) {
        return repository.cameWith(collection, last == null ? 0 : last.member(), PAGE);
    }

    private static FeedItem item(DavPath path, FeedRow row, @Nullable DavPath from) {
        return new FeedItem(path, row.resource(), row.deeds(), from, row.revision());
    }
}
