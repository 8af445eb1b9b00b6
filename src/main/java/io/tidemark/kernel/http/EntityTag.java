package io.tidemark.kernel.http;

/**
 * An entity tag (RFC 7232, section 2.3).
 *
 * @param weak whether it is marked {@code W/}
 * @param opaque what stands between the quotes
 */
public record EntityTag(boolean weak, String opaque) {

    /** Whether both are strong and the same (RFC 7232, section 2.3.2). */
    public boolean matchesStrongly(EntityTag other) {
        return !weak && !other.weak && opaque.equals(other.opaque);
    }

    /** Whether both are the same but for their strength. */
    public boolean matchesWeakly(EntityTag other) {
        return opaque.equals(other.opaque);
    }

    /** The tag as headers write it. */
    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }
}
