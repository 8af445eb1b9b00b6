package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Methods;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:supported-method-set} (RFC 3253, section 3.1.3). */
@ApplicationScoped
public class SupportedMethodSetProperty implements LiveProperty {

    @Inject
    private Methods methods;

    @Override
    public QName name() {
        return Rfc3253.SUPPORTED_METHOD_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        methods.at(target).forEach(method -> xml.emptyWith(Rfc3253.SUPPORTED_METHOD, "name", method));
        xml.end();
    }
}
