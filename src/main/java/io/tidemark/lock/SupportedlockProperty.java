package io.tidemark.lock;

import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.xml.namespace.QName;

/** {@code DAV:supportedlock}: exclusive and shared write locks (RFC 4918, section 15.10). */
@ApplicationScoped
public class SupportedlockProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc4918.SUPPORTEDLOCK;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target instanceof FilesTarget && target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        for (QName scope : List.of(Rfc4918.EXCLUSIVE, Rfc4918.SHARED)) {
            xml.start(Rfc4918.LOCKENTRY);
            xml.start(Rfc4918.LOCKSCOPE).empty(scope).end();
            xml.start(Rfc4918.LOCKTYPE).empty(Rfc4918.WRITE).end();
            xml.end();
        }
        xml.end();
    }
}
