package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import javax.xml.namespace.QName;

/** {@code DAV:creationdate} (RFC 4918, section 15.1). */
@ApplicationScoped
public class CreationdateProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc4918.CREATIONDATE;
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
        xml.element(
                name(),
                target.mapped().createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
