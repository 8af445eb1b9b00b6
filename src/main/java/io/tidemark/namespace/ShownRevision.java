package io.tidemark.namespace;

/**
 * The rule that says which revision of a resource a name shows, as SQL. At any time it is the one that was chosen for the
 * name last, if what is mapped there was mapped there then; else the newest that the primary branch had. Before all these,
 * a name of the past shows the primary branch's first revision. The statements have the resource as {@code r}, the row of the
 * name as {@code m}, and a mapping of it that has ended as {@code f}; {@code m} and {@code f} with a suffix.
 */
public final class ShownRevision {

    /** Joins as {@code v} what shows now in the users' namespace: what is worked on in place, too. */
    public static final String JOIN_NOW =
            " join revision v on v.resource_id = r.id and v.number = coalesce(m.default_number, r.revision_number)";

    /** Until when a revision {@code l} of {@code revision_line} was the newest of its branch. */
    public static final String NEWEST_UNTIL = "coalesce((select min(n.made_at) from revision_line n"
            + " where n.resource_id = l.resource_id and n.branch_number = l.branch_number and n.made_at > l.made_at),"
            + " timestamp with time zone '9999-12-31 00:00:00+00')";

    private static final String CHOSEN = "(select d.number from default_choice d where d.member_id = m%s.id"
            + " and d.chosen_at <= %s and d.chosen_at >= %s%s"
            + " order by d.member_id desc, d.chosen_at desc fetch first 1 rows only)";

    private static final String NEWEST = "(select l.number from revision_line l where l.resource_id = r.id"
            + " and l.branch_number = 0 and l.made_at <= %s"
            + " order by l.resource_id, l.branch_number, l.made_at desc fetch first 1 rows only)";

    private static final String FIRST = "(select o.number from revision_line o where o.resource_id = r.id"
            + " and o.branch_number = 0 order by o.resource_id, o.branch_number, o.made_at fetch first 1 rows only)";

    private ShownRevision() {}

    /**
     * The number at a time, of what is mapped at {@code m} now; null before the first revision.
     *
     * @param time in SQL; it stands there twice
     */
    public static String at(String time) {
        return "coalesce(" + CHOSEN.formatted("", time, "m.mapped_at", "") + ", " + NEWEST.formatted(time) + ")";
    }

    /**
     * The number at a time, of what was mapped at {@code m} then: by the mapping {@code f}, or by the one of now where there
     * is no {@code f}.
     *
     * @param suffix that of {@code m} and {@code f}
     * @param time in SQL; it stands there twice
     */
    static String at(String suffix, String time) {
        String since = "coalesce(f%1$s.mapped_at, m%1$s.mapped_at)".formatted(suffix);
        // What was chosen when the mapping ended is of what came after it.
        String until = " and (f%1$s.member_id is null or d.chosen_at < f%1$s.unmapped_at)".formatted(suffix);
        return "coalesce(" + CHOSEN.formatted(suffix, time, since, until) + ", " + NEWEST.formatted(time) + ", " + FIRST
                + ", r.tip_number)";
    }
}
