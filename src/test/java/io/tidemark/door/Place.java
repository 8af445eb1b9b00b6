package io.tidemark.door;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where one write is tried: a collection of an administrator's, in which the user {@code writer} may write. */
final class Place {

    static final Dav WRITER = Dav.as("writer");
    static final Dav ADMIN = Dav.as("admin");

    private static final String VERSIONING = "<D:versioning xmlns:D='DAV:'/>";

    private final List<String> workspaces = new ArrayList<>();
    private final String collection = "/files/door-" + UUID.randomUUID() + "/";

    Place() {
        ADMIN.request("MKCOL", collection).send().expect(201);
    }

    /** The collection's URL. */
    String collection() {
        return collection;
    }

    /** The URL of a member. */
    String at(String name) {
        return collection + name;
    }

    /** A file without a history. */
    String file(String name) {
        WRITER.put(at(name), "one").send().expect(201);
        return at(name);
    }

    /** A collection of the writer's own. */
    String folder(String name) {
        WRITER.request("MKCOL", at(name)).send().expect(201);
        return at(name);
    }

    /** A file with two revisions. */
    String versioned(String name) {
        file(name);
        WRITER.request("VERSION", at(name)).send().expect(200);
        WRITER.put(at(name), "two").send().expect(204);
        return at(name);
    }

    /** A revision's own URL. */
    String revision(String file, int number) {
        String answer = ADMIN.request("PROPFIND", file)
                .header("Depth", "0")
                .header("Revision-Id", "V" + number)
                .body("<D:propfind xmlns:D='DAV:'><D:prop><D:revisionurl/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text();
        int start = answer.indexOf("/revisions/");
        return answer.substring(start, answer.indexOf('<', start));
    }

    /** A workspace that is derived from the files, made by an administrator, in which the writer may write. */
    String workspace() {
        ADMIN.request("VERSION", collection).body(VERSIONING).send().expect(200);
        String workspace = configuration(ADMIN, "Workspace", "<D:derivedfrom>/configurations/default/</D:derivedfrom>");
        workspaces.add(workspace);
        return workspace;
    }

    /** Takes the workspaces away that are still there: a workspace keeps for itself what others forget. */
    void clear() {
        workspaces.forEach(workspace -> ADMIN.request("DELETE", workspace).send());
    }

    /** A configuration of somebody's. */
    static String configuration(Dav maker, String type, String more) {
        return location(maker.request("MKCONFIG", "/configurations/")
                .body("<D:createconfiguration xmlns:D='DAV:'><D:configurationtype>" + type + "</D:configurationtype>"
                        + more + "</D:createconfiguration>")
                .send()
                .expect(201));
    }

    /** Where a workspace shows this place. */
    String in(String workspace) {
        return workspace + collection.substring("/files/".length());
    }

    /** The URL that an answer gives. */
    static String location(Answer answer) {
        return answer.header("Location").orElseThrow();
    }
}
