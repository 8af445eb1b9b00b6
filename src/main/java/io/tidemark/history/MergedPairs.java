package io.tidemark.history;

import io.tidemark.kernel.http.DavPath;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All members of two collections, paired by name. */
final class MergedPairs implements Iterator<NamePair> {

    private final MemberCursor before;
    private final MemberCursor now;

    MergedPairs(MemberCursor before, MemberCursor now) {
        this.before = before;
        this.now = now;
    }

    private @Nullable String nextName() {
        PastMember one = before.peek();
        PastMember other = now.peek();
        if (one == null || other == null) {
            return one != null ? one.name() : other != null ? other.name() : null;
        }
        return DavPath.BY_CODE_POINT.compare(one.name(), other.name()) <= 0 ? one.name() : other.name();
    }

    @Override
    public boolean hasNext() {
        return nextName() != null;
    }

    @Override
    public NamePair next() {
        String name = nextName();
        if (name == null) {
            throw new NoSuchElementException();
        }
        return new NamePair(name, before.take(name), now.take(name));
    }
}
