package io.tidemark.namespace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Keeps revisions in collections that are nothing but lists of them, as checkin sets are. The caller's transaction has the
 * collection for itself.
 */
@ApplicationScoped
public class PinnedRevisions {

    private static final int MAX_NAME_BYTES = 255;

    @Inject
    private MemberRepository members;

    @Inject
    private DefaultRevisions defaults;

    @Inject
    private Mappings mappings;

    @Inject
    private SittingRepository sittings;

    /** Adds a revision to a collection under a name; if that is taken, under {@code name;V5}. */
    public void add(UUID collection, String name, UUID resource, int number) {
        String free = free(collection, name, number);
        mappings.map(new Parent(collection, Versioning.NONE), free, resource);
        long member = members.lock(collection, free).id();
        defaults.choose(member, resource, number);
        members.pin(member);
        sittings.close(resource, number);
    }

    /** Two resources may have the same name, and revisions of the same number. */
    private String free(UUID collection, String name, int number) {
        String free = name;
        for (int i = 1; members.isMapped(collection, free); i++) {
            free = with(name, i == 1 ? ";V" + number : ";V" + number + ';' + i);
        }
        return free;
    }

    /** A name with something behind it, cut where it would become too long for a URL. */
    private static String with(String name, String suffix) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length + suffix.length() > MAX_NAME_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + suffix;
    }
}
