package io.tidemark.quota;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What counts in the quota of a collection that has members already, a collection at a time. */
@ApplicationScoped
class QuotaCountRepository {

    /** What is mapped in a collection, and of what was deleted there all that can still count. */
    private static final String IN_COLLECTION = "(select m.resource_id as id from member m where m.collection_id = ?"
            + " and m.resource_id is not null"
            + " union select f.resource_id as id from member m join former_member f on f.member_id = m.id"
            + " join resource d on d.id = f.resource_id where m.collection_id = ? and (d.versioned or d.collection)"
            + " and not exists (select 1 from member o where o.resource_id = d.id)) i";

    @Inject
    private Sql sql;

    /** Lets all revisions of the files in a collection count, each content once for all that have it one after another. */
    void chargeMembers(UUID quota, UUID collection) {
        sql.update(
                "insert into quota_charge (resource_id, number, collection_id, bytes)"
                        + " select r.resource_id, r.number, cast(? as uuid), r.content_length from " + IN_COLLECTION
                        + " join revision r on r.resource_id = i.id where r.content_hash is not null"
                        + " and not exists (select 1 from revision p where p.resource_id = r.resource_id"
                        + " and p.number = r.predecessor and p.content_hash = r.content_hash)"
                        + " and not exists (select 1 from quota_charge c where c.resource_id = r.resource_id"
                        + " and c.number = r.number and c.collection_id = ?)",
                quota,
                collection,
                collection,
                quota);
    }

    /** The collections that are, or were and can come back, in a collection. */
    List<UUID> collections(UUID collection) {
        return sql.list(
                "select c.id from " + IN_COLLECTION + " join resource c on c.id = i.id where c.collection",
                row -> row.getObject(1, UUID.class),
                collection,
                collection);
    }
}
