package io.tidemark.version;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.namespace.Versioning;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Reads the body of VERSION (protocol, section 4.3). What it does not say is On. */
final class VersioningRequest {

    private VersioningRequest() {}

    /**
     * The settings that a body asks for; both On for none.
     *
     * @throws DavException 422 when it is no such body
     */
    static Versioning parse(Optional<XmlElement> body) {
        if (body.isEmpty()) {
            return Versioning.AUTOMATIC;
        }
        XmlElement versioning = body.get();
        if (!versioning.is(VersioningDraft.VERSIONING)) {
            throw DavException.unprocessable("The body is no DAV:versioning.");
        }
        boolean enabled = isOn(versioning, VersioningDraft.VERSIONINGENABLED);
        return new Versioning(enabled, isOn(versioning, VersioningDraft.AUTOVERSIONING) && enabled);
    }

    private static boolean isOn(XmlElement versioning, QName name) {
        Optional<XmlElement> setting = versioning.child(name);
        if (setting.isEmpty()) {
            return true;
        }
        String text = setting.get().text().strip();
        if (text.equalsIgnoreCase("On")) {
            return true;
        }
        if (text.equalsIgnoreCase("Off")) {
            return false;
        }
        throw DavException.unprocessable("Versioning is On or Off.");
    }
}
