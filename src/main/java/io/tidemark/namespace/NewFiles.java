package io.tidemark.namespace;

import io.tidemark.content.Contents;
import io.tidemark.content.StagedBody;
import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.kernel.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that are new at a name. What most requests write, and what whole trees are filled with, goes to the database in one
 * exchange: the content, the resource, its first revision and the name, and what the journal says of it.
 */
@ApplicationScoped
public class NewFiles {

    @Inject
    private Mappings mappings;

    @Inject
    private MemberRepository members;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private History history;

    @Inject
    private Contents contents;

    @Inject
    private Change change;

    @Inject
    private ShownRevisionEvents moves;

    @Inject
    private Event<ContentStored> stored;

    /**
     * Creates a file at a name that nothing is mapped at.
     *
     * @param row the row of the name, from an earlier mapping; null when it has none
     * @param staged the content that the body is about; it is kept in this transaction
     * @return its identity
     * @throws Collision when another transaction has mapped something there meanwhile
     * @throws io.tidemark.kernel.error.DavException 507 when the disk is full
     */
    public UUID add(Parent collection, String name, @Nullable Long row, Body body, StagedBody staged) {
        Resource resource = new Resource(false, collection.versioning(), change.principal(), change.at());
        Revision revision = new Revision(resource);
        revision.setBody(body, change.at());
        // Elsewhere there is more to write, and more to wait for. Quotas, which may follow, are told of by no change.
        boolean alone = row == null && !resource.isVersioned() && !collection.own();
        Instant at = history.memberTime(collection);
        NewMember member = new NewMember(collection, name, resource.id());
        long id = members.newId();
        List<SqlStatement> statements = new ArrayList<>(List.of(resource.insertion(), revision.insertion()));
        if (resource.isVersioned()) {
            statements.add(revision.place().insertion());
        }
        statements.add(MemberRepository.insertion(id, member, at));
        int named = statements.size() - 1;
        if (alone) {
            statements.add(change.mapping(id, resource.id()));
        }
        // The largest comes last: with each commit of others, H2 writes what a transaction under way has inserted.
        statements.add(contents.insertion(staged));
        int[] rows = revisions.send(statements);
        Instant storedAt = contents.inserted(staged, rows[rows.length - 1] > 0);
        if (!storedAt.equals(body.storedAt())) {
            revisions.setStoredAt(revision, storedAt);
        }
        history.begun(resource);
        change.did(resource.id(), Deed.CREATED);
        stored.fire(new ContentStored(resource.id(), revision.number(), body.length(), false));
        if (rows[named] == 0 && alone) {
            throw new Collision();
        } else if (rows[named] == 0) {
            mappings.mapAgain(member, at);
        } else if (!alone) {
            change.mapped(id, resource.id());
            moves.mapped(id, resource);
        }
        return resource.id();
    }
}
