package io.tidemark.configuration.merge;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Removed;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.Overrides;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.SittingRepository;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.MemberImport;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Lets a configuration show what another one does. */
@ApplicationScoped
class MergeApplier {

    @Inject
    private Admission admission;

    @Inject
    private MemberImport memberImport;

    @Inject
    private Overrides overrides;

    @Inject
    private DefaultRevisions defaults;

    @Inject
    private MemberRepository members;

    @Inject
    private SittingRepository sittings;

    @Inject
    private Ancestors ancestors;

    @Inject
    private Targets targets;

    @Inject
    private Event<Removed> removed;

    /**
     * Takes a file over, with the revision that the source shows.
     *
     * @param tokens the lock tokens that the request submits
     */
    void file(FilesTarget source, FilesTarget target, List<String> tokens) {
        ResourceView taken = source.mapped();
        boolean known = target.shows(taken.id());
        protect(target, known, tokens);
        if (target instanceof ConfiguredTarget in) {
            FilesTarget imported = memberImport.importMember(in, source);
            admission.protect(imported, known ? Effect.MODIFY : Effect.MEMBERSHIP, tokens);
            return;
        }
        Integer number = taken.revision() == taken.tip() ? null : (Integer) taken.revision();
        if (!known) {
            clear(target);
            pin(taken);
            overrides.file(target.existingParent(), target.path().name(), taken.id(), number);
        } else {
            sittings.close(taken.id(), taken.revision());
            defaults.choose(target.rowId(), taken.id(), number);
        }
    }

    /** Lets go of what was taken over; see {@link Overrides#forget}. */
    void forget() {
        overrides.forget();
    }

    /**
     * Takes a collection over, without what is in it.
     *
     * @return the target as it is then
     */
    FilesTarget collection(FilesTarget source, FilesTarget target, List<String> tokens) {
        if (target.isCollection()) {
            return target;
        }
        protect(target, false, tokens);
        if (target instanceof ConfiguredTarget in) {
            FilesTarget imported = memberImport.importAlone(in, source);
            admission.protect(imported, Effect.MEMBERSHIP, tokens);
            return imported;
        }
        clear(target);
        overrides.collection(target.existingParent(), target.path().name(), source.mapped());
        return (FilesTarget) targets.of(target.path());
    }

    private void protect(FilesTarget target, boolean known, List<String> tokens) {
        if (target.isMapped()) {
            Set<Effect> effects = known ? Set.of(Effect.MODIFY) : Set.of(Effect.MEMBERSHIP, Effect.REMOVE);
            effects.forEach(effect -> admission.protect(target, effect, tokens));
        } else {
            if (!(target instanceof ConfiguredTarget)) {
                target.existingParent();
            }
            admission.protect(target, Effect.MEMBERSHIP, tokens);
        }
    }

    private void clear(FilesTarget target) {
        if (target.isMapped()) {
            overrides.remove(target.existingParent(), target.rowId(), Ending.DELETED);
            removed.fire(new Removed(target));
        }
    }

    /**
     * What comes into the files gets new revisions on its primary branch there, which those are not to show who have made
     * it.
     */
    private void pin(ResourceView resource) {
        if (!ancestors.isInFiles(resource.id())) {
            members.mappingsOf(resource.id())
                    .forEach(mapping -> overrides.pin(mapping.memberId(), resource.id(), resource.tip()));
        }
    }
}
