package io.tidemark.files;

import io.tidemark.content.StagedBody;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** PUT in one transaction, once the body has arrived. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PutService {

    @Inject
    private FilePut files;

    /**
     * Refuses what would be refused as things are now, before a long body is read for nothing.
     *
     * @param length the body's length in bytes; 0 where nobody knows
     */
    public void preview(PutRequest request, long length) {
        files.preview(request, length);
    }

    /**
     * Stores the body at the request's path.
     *
     * @param preconditions the request's own
     */
    @Write
    public Outcome put(PutRequest request, Preconditions preconditions, StagedBody staged) {
        return files.put(request, staged);
    }
}
