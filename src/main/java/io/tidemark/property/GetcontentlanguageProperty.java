package io.tidemark.property;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** {@code DAV:getcontentlanguage} (RFC 4918, section 15.3): from the PUT's {@code Content-Language}, or set by a client. */
@ApplicationScoped
public class GetcontentlanguageProperty implements SettableProperty {

    private static final Pattern LANGUAGES = Pattern.compile("[A-Za-z0-9-]{1,35}(\\s*,\\s*[A-Za-z0-9-]{1,35}){0,6}");

    @Override
    public QName name() {
        return Rfc4918.GETCONTENTLANGUAGE;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        ResourceView resource = target.resource();
        return resource != null && resource.language() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        ResourceView resource = target.mapped();
        xml.element(name(), Objects.requireNonNull(resource.language()));
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        if (!LANGUAGES.matcher(value.text()).matches()) {
            throw DavException.conflict("No language tag.");
        }
        change.setLanguage(value.text());
    }

    @Override
    public void remove(PropertyChange change) {
        change.setLanguage(null);
    }
}
