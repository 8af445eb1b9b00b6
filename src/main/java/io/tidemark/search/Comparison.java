package io.tidemark.search;

/** The ways to compare two values. */
enum Comparison {
    EQ,
    LT,
    LTE,
    GT,
    GTE;

    /** Whether it holds, of two values that have been compared. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
        };
    }
}
