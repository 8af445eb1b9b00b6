package io.tidemark.access;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The app passwords of one user: a collection that takes POST. */
record AppPasswordCollection(DavPath path) implements Target {

    /** Whose they are. */
    String principal() {
        return path.name();
    }

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public boolean isCollection() {
        return true;
    }

    @Override
    public @Nullable ResourceView resource() {
        return null;
    }

    @Override
    public List<QName> resourceTypes() {
        return List.of(Rfc4918.COLLECTION, Tidemark.APP_PASSWORDS);
    }
}
