package io.tidemark.namespace;

/**
 * Pieces of SQL that say what a layer {@code s} has at a name, whose row is {@code m} and a suffix. What is mapped there is
 * {@code m}'s own mapping, or a former one, {@code f} and the suffix; the revision that shows of it depends on the time.
 */
final class LayerSql {

    private LayerSql() {}

    private static String live(String suffix) {
        return "m%1$s.resource_id is not null and m%1$s.mapped_at <= s.as_of".formatted(suffix);
    }

    /** Joins the mapping that a name had at the layer's time, or last before what was in it was taken out. */
    static String joinFormer(String suffix) {
        return (" left join former_member f%1$s on f%1$s.member_id = m%1$s.id and not (" + live(suffix) + ")"
                        + " and f%1$s.change_id = (select x.change_id from former_member x join resource g on g.id = x.resource_id"
                        + " where x.member_id = m%1$s.id and x.mapped_at <= s.as_of"
                        + " and x.unmapped_at > coalesce(s.kept_from, s.as_of)"
                        + " and (s.kept_from is null or g.collection or x.ending in ('DELETED', 'DEREFERENCED'))"
                        + " order by x.mapped_at desc fetch first 1 rows only)")
                .formatted(suffix);
    }

    /** The resource that is mapped. */
    static String resource(String suffix) {
        return ("case when " + live(suffix) + " then m%1$s.resource_id else f%1$s.resource_id end").formatted(suffix);
    }

    private static String at(String suffix) {
        return "case when f%1$s.unmapped_at < s.as_of then f%1$s.unmapped_at else s.as_of end".formatted(suffix);
    }

    /** Joins the resource {@code r} and the revision {@code v} that show: of what is under version control, or a collection. */
    static String joinShown(String suffix) {
        return " left join resource r on r.id = " + resource(suffix)
                + " and r.newest_number > 0 and (r.collection or r.versioned)"
                + " left join revision v on v.resource_id = r.id and v.number = " + number(suffix);
    }

    private static String number(String suffix) {
        return ("case when s.as_of = cast('9999-12-31 00:00:00+00' as timestamp with time zone)"
                                + " and f%1$s.member_id is null then coalesce(m%1$s.default_number, r.tip_number) else ")
                        .formatted(suffix)
                + ShownRevision.at(suffix, at(suffix)) + " end";
    }
}
