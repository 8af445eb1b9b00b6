package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:revisioncomment}: why the revision was made. */
@ApplicationScoped
public class RevisioncommentProperty extends CommentProperty {

    @Override
    public QName name() {
        return VersioningDraft.REVISIONCOMMENT;
    }
}
