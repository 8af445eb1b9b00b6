package io.tidemark.lock;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Ends locks whose time is over, some in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LockDeletion {

    @Inject
    private LockRepository repository;

    /** Ends them, and closes what was open for them. */
    public void delete(List<UUID> expired) {
        repository.delete(expired);
    }
}
