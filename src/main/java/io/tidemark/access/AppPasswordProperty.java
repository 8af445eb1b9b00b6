package io.tidemark.access;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import javax.xml.namespace.QName;

/** {@code T:app-password}: what is known of an app password, which is all but its secret. */
@ApplicationScoped
public class AppPasswordProperty implements LiveProperty {

    @Override
    public QName name() {
        return Tidemark.APP_PASSWORD;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target instanceof AppPasswordTarget;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        describe(((AppPasswordTarget) target).password(), xml);
        xml.end();
    }

    /** Writes the elements that describe one. */
    static void describe(AppPassword password, XmlWriter xml) {
        xml.element(Tidemark.NAME, password.name());
        xml.element(
                Tidemark.CREATED,
                password.created().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.element(Tidemark.EXPIRES, password.expires().toString());
        if (password.lastUsed() != null) {
            xml.element(
                    Tidemark.LAST_USED,
                    password.lastUsed().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (password.readOnly()) {
            xml.empty(Tidemark.READ_ONLY);
        }
        if (password.session()) {
            xml.empty(Tidemark.SESSION);
        }
        if (password.path() != null) {
            xml.href(password.path().href());
        }
    }
}
