package io.tidemark.access;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.apppassword.AppPasswords;
import io.tidemark.apppassword.CurrentAppPassword;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Nothing;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /principals/app-passwords/{user}/{selector}}. A user finds its own there, an administrator those of the user whose
 * name it knows.
 */
@ApplicationScoped
class AppPasswordTree {

    private static final int OWNER = 2;
    private static final int SELECTOR = 3;

    @EJB
    private AppPasswords passwords;

    @Inject
    private CurrentAppPassword current;

    @Inject
    private Caller caller;

    /** Whether a path is there. */
    static boolean holds(DavPath path) {
        List<String> names = path.segments();
        return names.size() >= OWNER
                && names.get(0).equals(Principals.SUBTREE)
                && names.get(1).equals(Principals.APP_PASSWORDS);
    }

    /** Whether the caller may look after app passwords: not with one of them, but in a browser that is signed in. */
    boolean areOpen() {
        return current.get().map(AppPassword::session).orElse(true);
    }

    /**
     * What a path there names.
     *
     * @throws DavException 403 {@code own-credentials-required} when the caller itself came with an app password
     */
    Target resolve(DavPath path) {
        if (!areOpen()) {
            throw DavException.of(403, Conditions.OWN_CREDENTIALS_REQUIRED);
        }
        List<String> names = path.segments();
        if (names.size() == OWNER) {
            return new FixedCollection(path.asCollection(true));
        }
        String owner = names.get(OWNER);
        boolean may = owner.equals(caller.name()) || caller.isIn(Roles.ADMIN);
        if (!may || names.size() > SELECTOR + 1) {
            return new Nothing(path);
        }
        return names.size() == SELECTOR
                ? new AppPasswordCollection(path.asCollection(true))
                : passwords
                        .find(owner, names.get(SELECTOR))
                        .<Target>map(found -> new AppPasswordTarget(path.asCollection(false), found))
                        .orElseGet(() -> new Nothing(path));
    }

    /** A page of the members of a collection there. */
    List<Target> members(DavPath path, String after, int limit) {
        if (path.segments().size() == OWNER) {
            return Stream.of(caller.name())
                    .filter(name -> name.compareTo(after) > 0)
                    .limit(limit)
                    .<Target>map(name -> new AppPasswordCollection(path.child(name, true)))
                    .toList();
        }
        return passwords.page(path.name(), after, limit).stream()
                .<Target>map(found -> new AppPasswordTarget(path.child(found.selector(), false), found))
                .toList();
    }

    /** How much is below a collection there. */
    int countBelow(DavPath path) {
        return path.segments().size() == OWNER ? 1 + passwords.count(caller.name()) : passwords.count(path.name());
    }
}
