package io.tidemark.lock;

import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.report.IdentifiedHoldingsReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** {@code T:locks}: who holds which locks, since when and until when (docs/protocol.md, Who holds what). */
@ApplicationScoped
public class LocksReport extends IdentifiedHoldingsReport<ActiveLock> {

    @Inject
    private LockRepository repository;

    @Inject
    private Locks locks;

    @Override
    public QName name() {
        return Tidemark.LOCKS;
    }

    @Override
    protected List<ActiveLock> page(@Nullable String principal, UUID after, int limit) {
        List<ActiveLock> page = repository.page(principal, after, limit);
        // Only administrators ask for everybody's, and nothing is hidden from them.
        return principal == null ? page : locks.shown(page);
    }

    @Override
    protected UUID id(ActiveLock lock) {
        return lock.token();
    }

    @Override
    protected void write(ActiveLock lock, XmlWriter xml) {
        xml.start(Tidemark.LOCK);
        xml.href(lock.root());
        xml.element(Tidemark.USER, lock.principal());
        if (lock.ownerXml() != null) {
            xml.raw(lock.ownerXml());
        }
        xml.element(
                Tidemark.CREATED,
                lock.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.element(
                Tidemark.EXPIRES,
                lock.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.start(Rfc4918.LOCKSCOPE)
                .empty(lock.exclusive() ? Rfc4918.EXCLUSIVE : Rfc4918.SHARED)
                .end();
        xml.element(Rfc4918.DEPTH, (lock.infinite() ? Depth.INFINITY : Depth.ZERO).toString());
        xml.start(Rfc4918.LOCKTOKEN).href(lock.tokenUri()).end();
        xml.end();
    }
}
