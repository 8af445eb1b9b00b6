package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who works on what. */
@ApplicationScoped
public class CheckoutRepository {

    /** Below every identity. */
    public static final UUID FIRST = new UUID(0, 0);

    private static final String WORKING = "select " + CheckoutView.COLUMNS + ", " + ResourceView.COLUMNS
            + " from checkout c join resource r on r.id = c.working_id"
            + " join revision v on v.resource_id = r.id and v.number = r.revision_number"
            + " where c.working_id <> c.resource_id and c.working_id ";

    private static final String WITH_STATE = "select c, r, s, b from Checkout c, Resource r, Revision s, Revision b"
            + " where c.workingId = :working and r.id = c.resourceId"
            + " and s.key.resourceId = c.workingId and s.key.number = " + ResourceView.CHECKED_OUT
            + " and b.key.resourceId = c.resourceId and b.key.number = c.baseNumber";

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    /** A working resource, and what it is for. */
    public record Working(CheckoutView checkout, ResourceView resource) {

        private static Working read(ResultSet row) throws SQLException {
            return new Working(CheckoutView.read(row), ResourceView.existing(row, 1 + CheckoutView.WIDTH));
        }
    }

    /** Stores a checkout. */
    public void persist(Checkout checkout) {
        work.add(checkout);
    }

    /** Whether a user has checked out as much as that. */
    public boolean reaches(int count, String principal) {
        return sql.reaches(count, "select 1 from checkout where principal = ?", principal);
    }

    /** The checkout that a working resource is for, or the one of that resource in place. */
    public Optional<Checkout> find(UUID working) {
        return Optional.ofNullable(work.entities().find(Checkout.class, working));
    }

    /**
     * A checkout to be ended, now that the caller holds the row of what is worked on: read together with that, with what was
     * checked out, and the resource, which are entities of the transaction from then on.
     */
    public Optional<Checkout> findWithState(UUID working) {
        return work.entities()
                .createQuery(WITH_STATE, Object[].class)
                .setParameter("working", working)
                .getResultStream()
                .map(read -> (Checkout) read[0])
                .findFirst();
    }

    /** A working resource; empty when there is none of that id. */
    public Optional<Working> working(UUID working) {
        return sql.first(WORKING + "= ?", Working::read, working);
    }

    /** The checkouts of a page of working resources, and of resources in place. */
    public Map<UUID, Checkout> read(List<UUID> working) {
        return work
                .entities()
                .createQuery("select c from Checkout c where c.workingId in :ids", Checkout.class)
                .setParameter("ids", working)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Checkout::workingId, Function.identity()));
    }

    /** Of some revisions of a resource, those that are checked out. */
    public Set<Integer> checkedOut(UUID resource, Collection<Integer> numbers) {
        return new HashSet<>(work.entities()
                .createQuery(
                        "select c.baseNumber from Checkout c where c.resourceId = :resource and c.baseNumber in :numbers",
                        Integer.class)
                .setParameter("resource", resource)
                .setParameter("numbers", numbers)
                .getResultList());
    }

    /** A page of the checkouts of a resource, in the order of what is worked on, after that of {@code after}. */
    public List<Checkout> list(UUID resource, UUID after, int limit) {
        return work.entities()
                .createQuery(
                        "select c from Checkout c where c.resourceId = :resource and c.workingId > :after"
                                + " order by c.workingId",
                        Checkout.class)
                .setParameter("resource", resource)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether somebody else than a user has a resource checked out. */
    public boolean isHeldByOthers(UUID resource, String principal) {
        return sql.first(
                        "select 1 from checkout where resource_id = ? and principal <> ? fetch first 1 rows only",
                        row -> true,
                        resource,
                        principal)
                .isPresent();
    }

    /** A page of all checkouts, resource by resource, after one of {@code resource} on {@code working}. */
    public List<Checkout> listAll(UUID resource, UUID working, int limit) {
        return work.entities()
                .createQuery(
                        "select c from Checkout c where c.resourceId > :resource or (c.resourceId = :resource"
                                + " and c.workingId > :working) order by c.resourceId, c.workingId",
                        Checkout.class)
                .setParameter("resource", resource)
                .setParameter("working", working)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * A page of checkouts, in the order of what is worked on.
     *
     * @param principal whose; null for everybody's
     */
    public List<Checkout> page(@Nullable String principal, UUID after, int limit) {
        String whose = principal == null ? "" : "c.principal = :principal and ";
        TypedQuery<Checkout> query = work.entities()
                .createQuery(
                        "select c from Checkout c where " + whose + "c.workingId > :after order by c.workingId",
                        Checkout.class)
                .setParameter("after", after)
                .setMaxResults(limit);
        if (principal != null) {
            query.setParameter("principal", principal);
        }
        return query.getResultList();
    }

    /**
     * A page of working resources, in the order of their ids, after {@code after}.
     *
     * @param principal whose; null for everybody's
     */
    public List<Working> working(@Nullable String principal, UUID after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(after));
        if (principal != null) {
            parameters.add(principal);
        }
        return sql.list(
                WORKING + (principal == null ? "> ?" : "> ? and c.principal = ?") + " order by c.working_id"
                        + Sql.firstRows(limit),
                Working::read,
                parameters.toArray());
    }

    /** Deletes a checkout. */
    void delete(Checkout checkout) {
        work.entities().remove(checkout);
    }
}
