package io.tidemark.door;

import io.tidemark.harness.Dav;

/** What must keep a write of the user {@code writer} from happening. */
enum Hindrance {
    /** A state token that no resource has. */
    FALSE_IF("If", "(<urn:uuid:00000000-0000-0000-0000-000000000001>)"),
    /** A tagged list about another resource than the request's. */
    FALSE_IF_ELSEWHERE("If", "</files/> ([\"no such tag\"])"),
    FALSE_IF_MATCH("If-Match", "\"no such tag\""),
    /** An exclusive lock of somebody else on the collection that is written in, at infinite depth. */
    LOCK {
        @Override
        Runnable apply(String scope) {
            String token = Dav.as("other")
                    .request("LOCK", scope)
                    .header("Depth", "infinity")
                    .body("<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope>"
                            + "<D:locktype><D:write/></D:locktype></D:lockinfo>")
                    .send()
                    .expect(200)
                    .header("Lock-Token")
                    .orElseThrow();
            return () -> Dav.as("other")
                    .request("UNLOCK", scope)
                    .header("Lock-Token", token)
                    .send()
                    .expect(204);
        }
    },
    /** A list of rights that lets the writer read the collection, and no more. */
    READ_ONLY {
        @Override
        Runnable apply(String scope) {
            return list(scope, grant("other", "all") + grant("writer", "read"));
        }
    },
    /** A list of rights that does not name the writer. */
    HIDDEN {
        @Override
        Runnable apply(String scope) {
            return list(scope, grant("other", "all"));
        }
    };

    private final String header;
    private final String value;

    Hindrance() {
        this("", "");
    }

    Hindrance(String header, String value) {
        this.header = header;
        this.value = value;
    }

    /** Whether it is a condition of the request itself. */
    boolean isCondition() {
        return !header.isEmpty();
    }

    /** Puts itself in the way at a collection; what is returned takes it away again. */
    Runnable apply(String scope) {
        return () -> {};
    }

    /** The request with the hindrance that is a part of it. */
    Dav.Request onto(Dav.Request request) {
        return isCondition() ? request.header(header, value) : request;
    }

    private static Runnable list(String scope, String aces) {
        acl(scope, aces);
        return () -> acl(scope, "");
    }

    private static void acl(String scope, String aces) {
        Dav.as("admin")
                .request("ACL", scope)
                .body("<D:acl xmlns:D='DAV:'>" + aces + "</D:acl>")
                .send()
                .expect(200);
    }

    private static String grant(String user, String privilege) {
        return "<D:ace><D:principal><D:href>/principals/users/" + user
                + "</D:href></D:principal><D:grant><D:privilege><D:" + privilege + "/></D:privilege></D:grant></D:ace>";
    }
}
