package io.tidemark.checkinset;

import io.tidemark.files.VersioningFeature;
import jakarta.enterprise.context.ApplicationScoped;

/** OPTIONS tells that there are checkin sets (protocol, section 5.1). */
@ApplicationScoped
public class CheckinSetFeature implements VersioningFeature {

    @Override
    public String name() {
        return "DAV:checkinsets";
    }
}
