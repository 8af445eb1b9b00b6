package io.tidemark.files;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Succeeded;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.SafeSaveMerge;
import io.tidemark.namespace.SaveRepository;
import io.tidemark.namespace.SaveRepository.Successor;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathFinder;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Recognises in plain requests how editors save, so that a file's history goes on (protocol, section 4.3, safe save). What
 * the server does besides what a request says is done only where nobody else has a hand in it.
 */
@ApplicationScoped
class SafeSaves {

    @Inject
    private SaveRepository saves;

    @Inject
    private SafeSaveMerge merge;

    @Inject
    private PathFinder finder;

    @Inject
    private Ancestors ancestors;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private Admission admission;

    @Inject
    private Event<Succeeded> succeeded;

    @Inject
    private Principal caller;

    @Inject
    @ConfigProperty(name = "tidemark.versioning.safe-save.window", defaultValue = "PT10M")
    private Duration window;

    @Inject
    @ConfigProperty(name = "tidemark.versioning.safe-save.after-delete", defaultValue = "false")
    private boolean afterDelete;

    /** Whether a MOVE of a file onto one with a history is a save: what moves has none worth keeping. */
    boolean isSave(Target source, SafeSave wish) {
        return wish != SafeSave.NO && source.isFile() && source.resource() != null && saves.isNew(source.resource());
    }

    /** A file has been checked in into another, and its name is gone. */
    void forget(ResourceView file) {
        merge.forget(file.id());
    }

    /** The name of a new file in place of one that the request deletes, where that one was moved aside for it. */
    Optional<WriteIntent> successor(Target deleted, SafeSave wish) {
        return find(deleted, wish)
                .flatMap(found -> finder.pathOf(found.collectionId())
                        .map(collection -> WriteIntent.read(collection.child(found.name(), false))));
    }

    /**
     * Gives the name that a file had its identity and history back, with the new file's content as the next revision, if
     * all is still as it was when the successor was looked for.
     *
     * @return whether it did
     */
    boolean mergeBack(FilesTarget deleted, FilesTarget name, SafeSave wish) {
        ResourceView file = deleted.mapped();
        ResourceView successor = name.resource();
        BranchPosition position = file.line();
        if (position == null || successor == null || !isStill(name, successor, find(deleted, wish))) {
            return false;
        }
        merge.mergeBack(file, position, successor, name.rowId(), deleted.href());
        succeeded.fire(new Succeeded(name, file.id()));
        return true;
    }

    /** What the caller has just deleted at a name, where a PUT is to carry its history on. */
    Optional<ResourceView> deletedAt(FilesTarget name, SafeSave wish) {
        boolean wanted = wish == SafeSave.YES || (afterDelete && wish == SafeSave.AS_CONFIGURED);
        if (!wanted || name.memberId() == null || name instanceof ConfiguredTarget) {
            return Optional.empty();
        }
        return saves.deleted(name.memberId(), caller.getName(), begin())
                .flatMap(views::locked)
                .filter(file -> file.line() != null && !ancestors.isInFiles(file.id()));
    }

    private boolean isStill(FilesTarget name, ResourceView successor, Optional<Successor> found) {
        return found.filter(still -> still.resource().equals(successor.id()))
                        .filter(still -> Objects.equals(still.memberId(), name.memberId()))
                        .isPresent()
                && saves.isNew(successor)
                && !admission.isHeldByOthers(name);
    }

    private Optional<Successor> find(Target deleted, SafeSave wish) {
        ResourceView file = deleted.resource();
        boolean plain = deleted instanceof FilesTarget && !(deleted instanceof ConfiguredTarget);
        if (wish == SafeSave.NO || !plain || file == null || file.collection() || file.line() == null) {
            return Optional.empty();
        }
        return file.versioning().auto() ? saves.successor(file.id(), caller.getName(), begin()) : Optional.empty();
    }

    private Instant begin() {
        return Instant.now().minus(window);
    }
}
