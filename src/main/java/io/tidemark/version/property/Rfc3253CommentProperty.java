package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:comment}: why the revision was made (RFC 3253, section 3.1.1). */
@ApplicationScoped
public class Rfc3253CommentProperty extends CommentProperty {

    @Override
    public QName name() {
        return Rfc3253.COMMENT;
    }
}
