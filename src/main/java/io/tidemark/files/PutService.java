package io.tidemark.files;

import io.tidemark.content.Contents;
import io.tidemark.content.Received;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Claim;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Body;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** PUT in one transaction, once the body has arrived. */
@Stateless
public class PutService {

    @Inject
    private Admission admission;

    @Inject
    private Contents contents;

    @Inject
    private Namespace namespace;

    /** Refuses what would be refused as things are now, before a long body is read for nothing. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void preview(DavPath path, Preconditions preconditions) {
        check(admission.preview(preconditions, Claim.write(path)));
    }

    /** Stores the body at a path. */
    public Outcome put(DavPath path, Preconditions preconditions, Upload upload, Received received) {
        FilesTarget target = admission.admit(preconditions, Claim.write(path));
        check(target);
        contents.keep(received);
        Body body = upload.body(received);
        ResourceView file = target.resource();
        if (file == null) {
            UUID parent = target.existingParent();
            namespace.map(parent, path.name(), namespace.createFile(body, null));
        } else {
            namespace.setBody(file, body);
        }
        return new Outcome(file == null, received.hash().entityTag());
    }

    private static void check(FilesTarget target) {
        if (target.isCollection()) {
            throw DavException.methodNotAllowed();
        }
        if (!target.isMapped()) {
            target.existingParent();
        }
    }
}
