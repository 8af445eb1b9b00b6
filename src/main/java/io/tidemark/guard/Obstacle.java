package io.tidemark.guard;

/** What may stand in the way of a write. */
public enum Obstacle {
    /** Locks on any of some resources. */
    LOCK("exists (select 1 from dav_lock where resource_id in (%s))"),
    /** Quotas of any of some collections. */
    QUOTA("exists (select 1 from quota where collection_id in (%s))"),
    /** Lists of rights, anywhere. */
    ACCESS_LIST("exists (select 1 from access_list)");

    private final String condition;

    Obstacle(String condition) {
        this.condition = condition;
    }

    /** In SQL, with the placeholders of so many resources. */
    String condition(String placeholders) {
        return condition.formatted(placeholders);
    }

    /** Whether it is looked for at resources, rather than anywhere. */
    boolean isAtResources() {
        return condition.contains("%s");
    }
}
