package io.tidemark.files;

import io.tidemark.access.Roles;
import io.tidemark.content.ContentHash;
import io.tidemark.content.Contents;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.BroughtHistory;
import io.tidemark.namespace.BroughtVersion;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.NewMember;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.FoundTargets;
import io.tidemark.target.TreeRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Imports versions that were made elsewhere, each batch in one transaction: all of them or none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryImportService {

    @Inject
    private Admission admission;

    @Inject
    private TreeRepository tree;

    @Inject
    private Contents contents;

    @Inject
    private Namespace namespace;

    @Inject
    private BroughtHistory histories;

    @Inject
    private Mappings mappings;

    @Inject
    private Caller caller;

    /**
     * Refuses a manifest, before anything is done, whose files could not be made as things are now.
     *
     * @throws DavException 403 {@code administrator}; 409 {@code file-in-the-way} or {@code collection-in-the-way}, with the name
     */
    public void preview(DavPath path, List<DavPath> files) {
        if (!caller.isIn(Roles.ADMIN)) {
            throw DavException.of(403, Conditions.ADMINISTRATOR);
        }
        FilesTarget collection = admission.preview(Preconditions.NONE, WriteIntent.read(path));
        FoundTargets found = tree.resolve(collection, files);
        for (DavPath file : files) {
            FilesTarget target = found.at(file);
            if (target.isMapped()) {
                throw refusal(
                        file,
                        409,
                        target.isCollection() ? Conditions.COLLECTION_IN_THE_WAY : Conditions.FILE_IN_THE_WAY);
            }
            requireWay(file, found);
        }
    }

    private static void requireWay(DavPath file, FoundTargets found) {
        if (!found.nearest(file.parent()).isCollection()) {
            throw refusal(file, 409, Conditions.FILE_IN_THE_WAY);
        }
    }

    private static void requireNoFileAbove(DavPath file, Set<DavPath> files) {
        DavPath above = file;
        while (above.segments().size() > 1) {
            above = above.parent().asCollection(false);
            if (files.contains(above)) {
                throw refusal(file, 409, Conditions.FILE_IN_THE_WAY);
            }
        }
    }

    /**
     * Stores versions, in the order of their times: of files that are not there yet, and of those that versions before them
     * have made.
     *
     * @param first whether this is the first batch, for which the request's conditions must hold
     * @throws DavException 207 that names the file which stops the batch, and why
     */
    @Write
    public ImportTally store(DavPath path, Preconditions preconditions, boolean first, List<HistoryEntry> entries) {
        FilesTarget collection = admission.preview(Preconditions.NONE, WriteIntent.read(path));
        Map<DavPath, List<HistoryEntry>> files = new LinkedHashMap<>();
        entries.forEach(entry -> files.computeIfAbsent(entry.line().path(), file -> new ArrayList<>())
                .add(entry));
        List<DavPath> paths = List.copyOf(files.keySet());
        FoundTargets found = tree.resolve(collection, paths);
        paths.forEach(file -> {
            requireWay(file, found);
            requireNoFileAbove(file, files.keySet());
        });
        List<FilesTarget> targets = admission.admit(preconditions, collection, first, found.at(paths));
        Map<ContentHash, Instant> storedAt =
                contents.keepAll(entries.stream().map(HistoryEntry::staged).toList());
        NewCollections collections = new NewCollections(namespace, found);
        List<NewMember> added = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            FilesTarget target = targets.get(i);
            DavPath file = paths.get(i);
            protect(target, file, preconditions);
            admission.accountTo(target);
            List<BroughtVersion> versions = Objects.requireNonNull(files.get(file)).stream()
                    .map(entry -> version(entry, storedAt))
                    .toList();
            if (!target.isMapped()) {
                Parent parent = collections.at(file.parent().asCollection(false));
                Versioning versioning = parent.versioning().enabled() ? parent.versioning() : Versioning.AUTOMATIC;
                added.add(new NewMember(parent, file.name(), histories.create(versions, versioning)));
            } else if (!histories.append(target.mapped().id(), versions)) {
                throw refusal(file, 409, Conditions.FILE_IN_THE_WAY);
            }
        }
        int made = added.size();
        added.addAll(collections.members());
        mappings.mapAll(added, collections.ids());
        long bytes = entries.stream()
                .map(HistoryEntry::staged)
                .mapToLong(StagedBody::length)
                .sum();
        return new ImportTally(made, 0, 0, collections.members().size(), bytes, 1, entries.size());
    }

    private void protect(FilesTarget target, DavPath file, Preconditions preconditions) {
        if (target.isMapped()
                && (!target.isFile() || !target.mapped().versioning().enabled())) {
            throw refusal(file, 409, Conditions.FILE_IN_THE_WAY);
        }
        try {
            admission.protect(
                    target, target.isMapped() ? Effect.MODIFY : Effect.MEMBERSHIP, preconditions.submittedTokens());
            if (target.isMapped()) {
                target.modifiable();
            }
        } catch (DavException e) {
            throw refusal(file, e.status(), Objects.requireNonNullElse(e.condition(), Conditions.FILE_IN_THE_WAY));
        }
    }

    private static BroughtVersion version(HistoryEntry entry, Map<ContentHash, Instant> storedAt) {
        HistoryLine line = entry.line();
        StagedBody staged = entry.staged();
        return new BroughtVersion(
                line.at(),
                line.author(),
                line.comment(),
                line.labels(),
                Upload.of(line.path().name(), line.at())
                        .body(staged)
                        .storedAt(Objects.requireNonNull(storedAt.get(staged.hash()))));
    }

    private static DavException refusal(DavPath file, int status, Condition condition) {
        return DavException.multistatus(List.of(new DavException.MemberFailure(file.href(), status, condition)));
    }
}
