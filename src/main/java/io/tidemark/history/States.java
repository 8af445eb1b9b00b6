package io.tidemark.history;

import io.tidemark.journal.NumberedChange;
import io.tidemark.journal.NumberedChanges;
import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.sync.TokenStates;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Selection;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what states stand for (docs/history.md, States). All of the past is looked up by time, as {@code Revision-Id: Time(…)}
 * is: a change stands for the time at which it was made. In the files a collection is the same one as now, wherever it was
 * then; in a workspace it is what the path led to.
 */
@ApplicationScoped
public class States {

    @Inject
    private Targets targets;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private Visibility visibility;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private TokenStates tokens;

    @Inject
    private NumberedChanges changes;

    @Inject
    private RevisionTimeRepository times;

    @EJB
    private Sequencer sequencer;

    @Inject
    private OwnOrigins origins;

    /**
     * What a state of a request's target stands for.
     *
     * @param host the request's {@code Host}, whose URLs are the server's own
     * @throws DavException 403 {@code valid-sync-token}, 404 {@code T:no-such-change}, 404 {@code T:no-such-revision}, 409
     *     {@code T:no-such-state}: the future, what is older than the history that is kept, or where there is nothing
     */
    public TreeState of(FilesTarget target, State state, @Nullable String host) {
        if (state instanceof State.AtTime at) {
            requireKept(target, at.time());
            return past(target, at.time());
        } else if (state instanceof State.AtToken at) {
            return after(target, tokens.number(target, at.token()));
        } else if (state instanceof State.AtChange at) {
            Instant made = change(at.id()).at();
            return past(target, at.before() ? made.minus(1, ChronoUnit.MICROS) : made);
        } else if (state instanceof State.OfRevision revision) {
            return revision(target, revision.name());
        } else if (state instanceof State.Elsewhere elsewhere) {
            return new TreeState(named(elsewhere.href(), host), null, false);
        }
        return new TreeState(target, null, true);
    }

    /**
     * The newest change that had led to a state, for those who look for changes before or after it.
     *
     * @throws DavException as {@link #of} does; 409 {@code T:no-such-state} for another file or tree
     */
    public long number(FilesTarget target, State state) {
        if (state instanceof State.AtTime at) {
            requirePast(at.time());
            requireKept(target, at.time());
            return changes.newestBefore(at.time());
        } else if (state instanceof State.AtToken at) {
            return tokens.number(target, at.token());
        } else if (state instanceof State.AtChange at) {
            return change(at.id()).number() - (at.before() ? 1 : 0);
        } else if (state instanceof State.OfRevision revision) {
            ResourceView shown =
                    select(target, new RevisionId.Named(revision.name())).mapped();
            RevisionKey key = new RevisionKey(shown.id(), shown.revision());
            return Optional.ofNullable(times.made(List.of(key)).get(key))
                    .map(changes::newestBefore)
                    .orElseThrow(States::noSuchState);
        } else if (state instanceof State.Elsewhere) {
            throw noSuchState();
        }
        return Long.MAX_VALUE;
    }

    /**
     * The change that an id names; every change that was answered has its number by then.
     *
     * @throws DavException 404 {@code T:no-such-change}
     */
    public NumberedChange change(String id) {
        sequencer.sequence();
        return ChangeId.parse(id)
                .flatMap(known -> changes.find(known.value()))
                .orElseThrow(() -> DavException.of(404, Conditions.NO_SUCH_CHANGE));
    }

    /**
     * What was in place of a target at a time.
     *
     * @throws DavException 409 {@code T:no-such-state} when it was not there yet
     */
    public TreeState past(FilesTarget target, Instant moment) {
        requirePast(moment);
        if (target.isSelected()) {
            throw noSuchState();
        }
        FilesTarget shown = target instanceof ConfiguredTarget in ? in(in, moment) : at(target, moment);
        return new TreeState(shown, moment, true);
    }

    private ConfiguredTarget in(ConfiguredTarget target, Instant moment) {
        ConfiguredTarget shown = trees.past(target, moment);
        boolean was = shown.isMapped()
                && !shown.mapped().createdAt().isAfter(moment)
                && shown.isCollection() == target.isCollection()
                && visibility.shows(shown);
        if (!was) {
            throw noSuchState();
        }
        return shown;
    }

    private FilesTarget at(FilesTarget target, Instant moment) {
        if (target.mapped().createdAt().isAfter(moment)) {
            throw noSuchState();
        }
        if (target.isVersioned()) {
            Optional<FilesTarget> revision = revision(target, new RevisionId.AtTime(moment));
            if (revision.isPresent()) {
                return revision.get();
            }
        }
        // Before it came under version control, only its members are known.
        return target.isCollection() ? target.select(target.mapped(), Selection.at(moment)) : target;
    }

    private TreeState revision(FilesTarget target, String name) {
        FilesTarget shown = select(target, new RevisionId.Named(name));
        Selection selection = shown.selection();
        Instant moment = selection == null ? null : selection.moment();
        if (shown instanceof ConfiguredTarget in && moment != null) {
            shown = in(in, moment);
        }
        return new TreeState(shown, moment == null ? Instant.now() : moment, true);
    }

    private Optional<FilesTarget> revision(FilesTarget target, RevisionId id) {
        try {
            return Optional.of(select(target, id));
        } catch (DavException e) {
            if (Conditions.NO_SUCH_REVISION.equals(e.condition())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private FilesTarget select(FilesTarget target, RevisionId id) {
        return (FilesTarget)
                targets.select(target, new VersionHeaders(Optional.of(id), Optional.empty(), Optional.empty()));
    }

    /** A collection right after a change in its scope; before the first that is known, as it began. */
    private TreeState after(FilesTarget collection, long number) {
        if (!(collection instanceof ConfiguredTarget)
                && changes.newestIn(collection.mapped().id()) <= number) {
            return past(collection, Instant.now().truncatedTo(ChronoUnit.MICROS));
        }
        return past(
                collection,
                number == 0
                        ? begun(collection)
                        : changes.find(number)
                                .map(NumberedChange::at)
                                .orElseThrow(() -> DavException.of(403, Conditions.VALID_SYNC_TOKEN)));
    }

    /**
     * When a tree began. Of a collection that a workspace shows of others and has made its own since, that is when the workspace
     * did.
     */
    private Instant begun(FilesTarget collection) {
        Instant created = collection.mapped().createdAt();
        if (!(collection instanceof ConfiguredTarget in)) {
            return created;
        }
        return views.view(in.configuration(), null)
                .map(ResourceView::createdAt)
                .filter(begun -> trees.past(in, begun).isCollection())
                .orElse(created);
    }

    private static void requirePast(Instant moment) {
        if (moment.isAfter(Instant.now())) {
            throw noSuchState();
        }
    }

    private void requireKept(FilesTarget target, Instant moment) {
        boolean gone = target.layers().stream().anyMatch(layer -> changes.isForgottenSince(layer.collection(), moment));
        if (gone) {
            throw noSuchState();
        }
    }

    private FilesTarget named(String href, @Nullable String host) {
        Target found = origins.path(href, host).map(targets::of).orElseThrow(States::noSuchState);
        if (found instanceof FilesTarget files && files.isMapped()) {
            return files;
        }
        throw noSuchState();
    }

    static DavException noSuchState() {
        return DavException.of(409, Conditions.NO_SUCH_STATE);
    }
}
