package io.tidemark.files;

import io.tidemark.content.ContentHash;
import io.tidemark.content.Contents;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Body;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.NewMember;
import io.tidemark.namespace.Parent;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.FoundTargets;
import io.tidemark.target.TreeRepository;
import io.tidemark.target.Visibility;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports a batch of entries in one transaction: all of them or none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportService {

    @Inject
    private Admission admission;

    @Inject
    private TreeRepository tree;

    @Inject
    private Contents contents;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Inject
    private Replacement replacement;

    @Inject
    private Visibility visibility;

    /**
     * Refuses what would be refused as things are now, before an archive is read for nothing.
     *
     * @throws DavException 404 when nothing is mapped there, 405 for what is no collection
     */
    public void preview(DavPath path, Preconditions preconditions) {
        collection(admission.preview(preconditions, WriteIntent.read(path)));
    }

    /**
     * Stores the entries below a collection. What is there just so is left alone.
     *
     * @param first whether this is the first batch, for which the request's conditions must hold
     * @throws DavException 207 that names the entry which stops the batch, and why
     */
    @Write
    public ImportTally store(DavPath path, Preconditions preconditions, boolean first, List<ImportEntry> entries) {
        FilesTarget collection = collection(admission.preview(Preconditions.NONE, WriteIntent.read(path)));
        FoundTargets found =
                tree.resolve(collection, entries.stream().map(ImportEntry::path).toList());
        refuseHidden(entries, found);
        entries.forEach(entry -> check(entry, found));
        List<ImportEntry> writes =
                entries.stream().filter(entry -> isNews(entry, found)).toList();
        List<FilesTarget> targets = admission.admit(
                preconditions,
                collection,
                first,
                writes.stream().map(entry -> found.at(entry.path())).toList());
        protect(writes, targets, preconditions);
        Map<ContentHash, Instant> storedAt = contents.keepAll(writes.stream()
                .filter(ImportEntry::isFile)
                .map(ImportEntry::content)
                .toList());
        replace(writes, targets, storedAt);
        ImportTally created = create(writes, found, storedAt);
        return created.plus(tally(entries, writes, found));
    }

    private static FilesTarget collection(FilesTarget target) {
        if (!target.mapped().collection()) {
            throw DavException.methodNotAllowed();
        }
        return target;
    }

    /** What the caller may not see is refused before anything would tell what it is, and whether it is the same. */
    private void refuseHidden(List<ImportEntry> entries, FoundTargets found) {
        if (!visibility.isRestricted()) {
            return;
        }
        Set<UUID> hidden = visibility.hidden(found.all().stream()
                .filter(FilesTarget::isCollection)
                .map(target -> target.mapped().id())
                .collect(Collectors.toSet()));
        for (ImportEntry entry : entries) {
            FilesTarget target = found.at(entry.path());
            if (!Collections.disjoint(hidden, target.lineage()) && !visibility.shows(target)) {
                throw refusal(entry, 409, null);
            }
        }
    }

    /** A file stands where the archive has a collection, or a collection where it has a file. */
    private static void check(ImportEntry entry, FoundTargets found) {
        DavPath above = entry.isFile() ? entry.path().parent() : entry.path();
        if (!found.nearest(above).isCollection()) {
            throw refusal(entry, 409, Conditions.FILE_IN_THE_WAY);
        }
        if (entry.isFile() && found.at(entry.path()).isCollection()) {
            throw refusal(entry, 409, Conditions.COLLECTION_IN_THE_WAY);
        }
    }

    private static boolean isNews(ImportEntry entry, FoundTargets found) {
        FilesTarget target = found.at(entry.path());
        return !target.isMapped() || (entry.isFile() && !entry.body().isShownBy(target.mapped(), Instant.now()));
    }

    /** What keeps one new member out of a collection keeps all of them out. */
    private void protect(List<ImportEntry> writes, List<FilesTarget> targets, Preconditions preconditions) {
        List<String> tokens = preconditions.submittedTokens();
        Set<List<UUID>> passed = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            FilesTarget target = targets.get(i);
            if (target.isMapped() || passed.add(target.ancestors())) {
                try {
                    admission.protect(target, target.isMapped() ? Effect.MODIFY : Effect.MEMBERSHIP, tokens);
                    if (target.isMapped()) {
                        target.modifiable();
                    }
                } catch (DavException e) {
                    throw refusal(writes.get(i), e.status(), e.condition());
                }
            }
        }
    }

    private void replace(List<ImportEntry> writes, List<FilesTarget> targets, Map<ContentHash, Instant> storedAt) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).isMapped()) {
                admission.accountTo(targets.get(i));
                replacement.replace(targets.get(i), body(writes.get(i), storedAt));
            }
        }
    }

    /** Makes what is not there, and the collections on the way to it. */
    private ImportTally create(List<ImportEntry> writes, FoundTargets found, Map<ContentHash, Instant> storedAt) {
        NewCollections collections = new NewCollections(namespace, found);
        List<NewMember> files = new ArrayList<>();
        for (ImportEntry entry : writes) {
            if (entry.isFile() && !found.at(entry.path()).isMapped()) {
                Parent parent = collections.at(entry.path().parent().asCollection(false));
                admission.accountTo(found.at(entry.path()));
                UUID file = namespace.createFile(body(entry, storedAt), null, parent.versioning());
                files.add(new NewMember(parent, entry.path().name(), file));
            } else if (!entry.isFile()) {
                collections.at(entry.path());
            }
        }
        List<NewMember> added = new ArrayList<>(collections.members());
        added.addAll(files);
        mappings.mapAll(added, collections.ids());
        return ImportTally.created(files.size(), collections.members().size());
    }

    private static Body body(ImportEntry entry, Map<ContentHash, Instant> storedAt) {
        return entry.body()
                .storedAt(Objects.requireNonNull(storedAt.get(entry.content().hash())));
    }

    private static ImportTally tally(List<ImportEntry> entries, List<ImportEntry> writes, FoundTargets found) {
        long files = entries.stream().filter(ImportEntry::isFile).count();
        long written = writes.stream().filter(ImportEntry::isFile).count();
        long replaced = writes.stream()
                .filter(entry -> found.at(entry.path()).isMapped())
                .count();
        long bytes = writes.stream()
                .filter(ImportEntry::isFile)
                .map(ImportEntry::content)
                .mapToLong(StagedBody::length)
                .sum();
        return new ImportTally(0, replaced, files - written, 0, bytes, writes.isEmpty() ? 0 : 1, 0);
    }

    private static DavException refusal(ImportEntry entry, int status, @Nullable Condition condition) {
        DavPath path = entry.path().asCollection(!entry.isFile());
        return DavException.multistatus(List.of(new DavException.MemberFailure(path.href(), status, condition)));
    }
}
