package io.tidemark.lock;

import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import javax.xml.namespace.QName;

/** {@code DAV:lockdiscovery}: the locks that hold the resource (RFC 4918, section 15.8). */
@ApplicationScoped
public class LockdiscoveryProperty implements LiveProperty {

    @Inject
    private LockRepository repository;

    @Inject
    private Locks locks;

    @Override
    public QName name() {
        return Rfc4918.LOCKDISCOVERY;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        if (target instanceof FilesTarget files) {
            write(
                    locks.shown(context.shared(PageLocks.class, page -> PageLocks.read(page, repository))
                            .holding(files)),
                    xml);
        } else {
            xml.empty(name());
        }
    }

    /** The body of an answer about locks (RFC 4918, section 9.10.1). */
    public static StreamingOutput body(List<ActiveLock> locks) {
        return out -> {
            try (XmlWriter xml = new XmlWriter(out)) {
                xml.root(Rfc4918.PROP);
                write(locks, xml);
            }
        };
    }

    private static void write(List<ActiveLock> locks, XmlWriter xml) {
        xml.start(Rfc4918.LOCKDISCOVERY);
        locks.forEach(lock -> write(lock, xml));
        xml.end();
    }

    private static void write(ActiveLock lock, XmlWriter xml) {
        xml.start(Rfc4918.ACTIVELOCK);
        Reservation held = lock.held();
        xml.start(held == null ? Rfc4918.LOCKTYPE : held.lockType())
                .empty(Rfc4918.WRITE)
                .end();
        xml.start(held == null ? Rfc4918.LOCKSCOPE : held.lockScope())
                .empty(lock.exclusive() ? Rfc4918.EXCLUSIVE : Rfc4918.SHARED)
                .end();
        xml.element(Rfc4918.DEPTH, (lock.infinite() ? Depth.INFINITY : Depth.ZERO).toString());
        if (lock.ownerXml() != null) {
            xml.raw(lock.ownerXml());
        }
        xml.element(Rfc4918.TIMEOUT, "Second-" + lock.secondsLeft());
        xml.start(Rfc4918.LOCKTOKEN).href(lock.tokenUri()).end();
        xml.start(Rfc4918.LOCKROOT).href(lock.root()).end();
        xml.end();
    }
}
