package io.tidemark.configuration.merge;

import io.tidemark.configuration.inheritance.ConfigurationLocation;
import io.tidemark.configuration.inheritance.ResolutionQueue;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.journal.Change;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Ancestry;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.SeenConfigurations;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Copies what one configuration shows to another: all of it or nothing, in one transaction. Where the target has gone its own
 * way, that alone is written down, in its resolution queue (protocol, section 5.3).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TransferService {

    /** After how many files what was written is let go of. */
    private static final int BATCH = 100;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private SeenConfigurations seen;

    @Inject
    private Targets targets;

    @Inject
    private Admission admission;

    @Inject
    private SideBySideWalk walk;

    @Inject
    private MergeApplier applier;

    @Inject
    private ResolutionQueue queue;

    @Inject
    private Ancestry ancestry;

    @Inject
    private Change change;

    /**
     * Copies.
     *
     * @throws DavException 409 {@code no-such-configuration}, {@code not-versioned}, or without the collection that the
     *     copy would be in; 403 for what is not written; 404
     */
    @Write
    public Transferred copy(TransferRequest asked, Preconditions preconditions) {
        Configuration into =
                seen.find(asked.target()).orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CONFIGURATION));
        if (!into.isWorkspace()) {
            throw DavException.of(403, Conditions.READ_ONLY_CONFIGURATION);
        }
        List<FilesTarget> admitted = admission.admit(
                preconditions,
                alone(asked),
                List.of(WriteIntent.read(asked.source()).wherever(), WriteIntent.read(asked.targetPath())));
        FilesTarget source = admitted.get(0);
        FilesTarget target = admitted.get(1);
        boolean file = !source.mapped().collection();
        if (file) {
            source.versioned();
        }
        Comparison comparison = new Comparison(asked);
        visit(asked, source, target, comparison);
        if (comparison.conflicts > 0) {
            return new Transferred(false, 0, comparison.conflicts, change.at());
        }
        Writing writing = new Writing(asked, preconditions.submittedTokens());
        visit(asked, source, target, writing);
        if (writing.written > 0) {
            noteMerge(source, asked.target());
        }
        int revision = file ? source.mapped().revision() : 0;
        return new Transferred(writing.written > 0 && !target.isMapped(), revision, 0, change.at());
    }

    /** Nobody else writes below a collection while it is copied to. */
    private Set<UUID> alone(TransferRequest asked) {
        Target source = targets.of(asked.source());
        if (!source.isCollection() || !asked.deep()) {
            return Set.of();
        }
        if (!asked.target().equals(Configuration.FILES)) {
            return Set.of(asked.target());
        }
        List<UUID> lineage = targets.of(asked.targetPath()).lineage();
        return Set.of(lineage.get(lineage.size() - 1));
    }

    private void visit(TransferRequest asked, FilesTarget source, FilesTarget target, SideBySideWalk.Visitor visitor) {
        if (source.isCollection() && !asked.deep()) {
            visitor.collection(source, target);
        } else {
            walk.deep(source, target, visitor);
        }
    }

    private MergeResult compare(FilesTarget source, FilesTarget target) {
        if (!target.isMapped()) {
            return MergeResult.TAKEN;
        }
        ResourceView theirs = source.mapped();
        ResourceView own = target.mapped();
        if (!own.id().equals(theirs.id())) {
            return MergeResult.CONFLICT;
        }
        if (ancestry.contains(own.id(), own.revision(), theirs.revision())) {
            return MergeResult.CONTAINED;
        }
        return ancestry.contains(own.id(), theirs.revision(), own.revision())
                ? MergeResult.TAKEN
                : MergeResult.CONFLICT;
    }

    private void noteMerge(FilesTarget source, UUID target) {
        if (!source.configuration().equals(target)) {
            configurations.noteMerge(target, source.configuration(), change.at());
        }
    }

    /** Looks for what stands in the way, and writes it down. */
    private final class Comparison implements SideBySideWalk.Visitor {

        private final TransferRequest asked;
        private final int depth;
        private int conflicts;

        Comparison(TransferRequest asked) {
            this.asked = asked;
            this.depth = asked.source().segments().size();
        }

        @Override
        public void file(FilesTarget source, FilesTarget target) {
            if (!asked.override() && compare(source, target) == MergeResult.CONFLICT) {
                conflicts++;
                ResourceView theirs = source.mapped();
                queue.note(location(source), theirs.id(), theirs.revision(), true);
            }
        }

        private ConfigurationLocation location(FilesTarget source) {
            List<String> names = new ArrayList<>(asked.names());
            List<String> segments = source.path().segments();
            names.addAll(segments.subList(depth, segments.size()));
            return new ConfigurationLocation(asked.target(), names);
        }

        @Override
        public FilesTarget collection(FilesTarget source, FilesTarget target) {
            if (target.isFile() && !asked.override()) {
                throw DavException.of(409, Conditions.FILE_IN_THE_WAY);
            }
            return target;
        }
    }

    /** Writes what was found to be in nobody's way. */
    private final class Writing implements SideBySideWalk.Visitor {

        private final TransferRequest asked;
        private final List<String> tokens;
        private int written;

        Writing(TransferRequest asked, List<String> tokens) {
            this.asked = asked;
            this.tokens = tokens;
        }

        @Override
        public void file(FilesTarget source, FilesTarget target) {
            MergeResult result = compare(source, target);
            if (result == MergeResult.CONFLICT && !asked.override()) {
                throw new Collision();
            }
            if (result != MergeResult.CONTAINED) {
                applier.file(source, target, tokens);
                written++;
                if (written % BATCH == 0) {
                    applier.forget();
                }
            }
        }

        @Override
        public FilesTarget collection(FilesTarget source, FilesTarget target) {
            written += target.isCollection() ? 0 : 1;
            return applier.collection(source, target, tokens);
        }
    }
}
