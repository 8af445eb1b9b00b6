package io.tidemark.seer;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that can be asked about a URL and changes something, unless it is refused. */
final class Writing {
    /** Where what is made goes, a new name for each question. */
    private static final String NEW = "/files/{w}-seer/{n}";

    /** Whether a deed puts something at the URL itself: a name that is taken cannot be given to two. */
    private static final List<String> GIVING =
            List.of("PUT", "MKCOL", "MKMAP", "MKREF", "LOCK", "BIND", "REBIND", "COPY", "MOVE", "MKCHECKINSET");

    /** What takes away what is at the URL, with all that is below. */
    private static final List<String> TAKING = List.of("DELETE", "MOVE", "REBIND", "UNBIND", "DELREF", "DESTROY");

    /** How each method is used, in the order in which the deeds are done; one that is missing fails the test. */
    private static final Map<String, List<Question>> DEEDS = Map.ofEntries(
            entry(
                    "ACL",
                    List.of(Question.at("ACL")
                            .saying(
                                    "<acl xmlns=\"DAV:\"><ace><principal><href>/principals/users/other</href></principal>"
                                            + "<grant><privilege><all/></privilege></grant></ace></acl>"))),
            entry(
                    "BIND",
                    List.of(
                            bind("/files/{w}-seer/", "BIND", "{n}", "{url}"),
                            bind("{parent}", "BIND", "{name}", "/files/{w}-seer/s.txt"))),
            entry(
                    "BRANCH",
                    List.of(Question.at("BRANCH")
                            .saying("<branch xmlns=\"DAV:\"><branchlabel>hush-branch</branchlabel></branch>"))),
            entry("CHECKIN", List.of(Question.at("CHECKIN"))),
            entry(
                    "CHECKOUT",
                    List.of(
                            Question.at("CHECKOUT"),
                            Question.at("CHECKOUT").saying("<checkout xmlns=\"DAV:\"/>"),
                            Question.from("/files/{w}/guest/g.txt", "CHECKOUT", "Configuration-Id", "{url}"))),
            entry(
                    "COPY",
                    List.of(
                            Question.at("COPY", "Destination", NEW),
                            Question.from("/files/{w}-seer/s.txt", "COPY", "Destination", "{url}", "Overwrite", "F"),
                            Question.from("/files/{w}-seer/tiny/", "COPY", "Destination", "{url}"),
                            Question.at("COPY", "Target-Configuration", "{workspace}", "Depth", "0"),
                            Question.from(
                                    "/files/{w}/guest/",
                                    "COPY",
                                    "Configuration-Id",
                                    "{url}",
                                    "Target-Configuration",
                                    "{manual}"),
                            Question.from("/files/{w}/guest/", "COPY", "Target-Configuration", "{url}"))),
            entry(
                    "DELETE",
                    List.of(
                            Question.from("{workspace}", "DELETE")
                                    .saying(
                                            "<condense xmlns=\"DAV:\"><resource><href>{url}</href><keep>1</keep></resource></condense>"),
                            Question.at("DELETE"))),
            entry("DELREF", List.of(Question.at("DELREF"))),
            entry("DESTROY", List.of(Question.at("DESTROY"))),
            entry("FREEZE", List.of(Question.at("FREEZE", "Revision-Id", "V1"))),
            entry(
                    "LABEL",
                    List.of(
                            Question.at("LABEL")
                                    .saying(
                                            "<label xmlns=\"DAV:\"><set><label-name>hush-label</label-name></set></label>"),
                            Question.at("LABEL", "Depth", "infinity")
                                    .saying(
                                            "<label xmlns=\"DAV:\"><set><label-name>hush-label</label-name></set></label>"))),
            entry(
                    "LOCK",
                    List.of(
                            Question.at("LOCK", "Depth", "infinity").saying(lock("exclusive")),
                            Question.at("LOCK", "If", "(<{hush-lock}>)"))),
            entry("MKCHECKINSET", List.of(Question.at("MKCHECKINSET"), Question.from("{url}seer-{n}", "MKCHECKINSET"))),
            entry("MKCOL", List.of(Question.at("MKCOL"))),
            entry(
                    "MKCONFIG",
                    List.of(
                            Question.at("MKCONFIG"),
                            Question.from("/configurations/", "MKCONFIG")
                                    .saying(
                                            "<createconfiguration xmlns=\"DAV:\"><configurationtype>Workspace</configurationtype>"
                                                    + "<derivedfrom><href>{url}</href></derivedfrom></createconfiguration>"))),
            entry(
                    "MKMAP",
                    List.of(
                            Question.at("MKMAP").saying("<configurationmap xmlns=\"DAV:\"/>"),
                            Question.from("/maps/{w}-seer-{n}", "MKMAP", "Configuration-Id", "{url}")
                                    .saying("<configurationmap xmlns=\"DAV:\"/>"),
                            Question.from("/maps/{w}-seer-{n}-file", "MKMAP")
                                    .saying("<revisionmap xmlns=\"DAV:\"><href>{url}</href>"
                                            + "<mapstyle>DAV:detailedmap</mapstyle></revisionmap>"))),
            entry(
                    "MKREF",
                    List.of(
                            Question.from(NEW, "MKREF", "Ref-Target", "{url}"),
                            Question.from("{workspace}{w}/seer-{n}", "MKREF", "Ref-Target", "{url}"),
                            Question.at("MKREF", "Ref-Target", "/files/{w}-seer/s.txt", "Overwrite", "F"))),
            entry(
                    "MOVE",
                    List.of(
                            Question.from("/files/{w}-seer/s.txt", "MOVE", "Destination", "{url}", "Overwrite", "F"),
                            Question.at("MOVE", "Destination", NEW))),
            entry(
                    "PATCH",
                    List.of(Question.at(
                                    "PATCH",
                                    "Content-Type",
                                    "application/partial-upload",
                                    "Upload-Offset",
                                    "0",
                                    "Upload-Complete",
                                    "?1")
                            .saying("seen"))),
            entry(
                    "POST",
                    List.of(
                            Question.at("POST", "Content-Type", "application/x-tar")
                                    .saying("{tar}"),
                            Question.from("{parent}", "POST", "Content-Type", "application/x-tar")
                                    .saying("{tar}"))),
            entry(
                    "PROPPATCH",
                    List.of(
                            Question.at("PROPPATCH")
                                    .saying(
                                            "<propertyupdate xmlns=\"DAV:\"><set><prop><s xmlns=\"urn:seer\">seen</s></prop></set>"
                                                    + "</propertyupdate>"),
                            Question.at("PROPPATCH", "Revision-Id", "V1")
                                    .saying(
                                            "<propertyupdate xmlns=\"DAV:\"><set><prop><mergedfrom>{hush-revision}</mergedfrom>"
                                                    + "</prop></set></propertyupdate>"),
                            Question.from("{dynamic}", "PROPPATCH")
                                    .saying("<propertyupdate xmlns=\"DAV:\"><set><prop><selectionrule><basicrsr>"
                                            + "<configurationid>{url}</configurationid></basicrsr></selectionrule></prop></set>"
                                            + "</propertyupdate>"),
                            Question.from("{dynamic}", "PROPPATCH")
                                    .saying("<propertyupdate xmlns=\"DAV:\"><set><prop><selectionrule><basicrsr>"
                                            + "<revisionid>{url}</revisionid></basicrsr></selectionrule></prop></set>"
                                            + "</propertyupdate>"))),
            entry(
                    "PUT",
                    List.of(
                            Question.at("PUT", "Content-Type", "text/plain").saying("seen"),
                            Question.from("/files/{w}-seer/{n}.txt", "PUT", "If", "<{url}> (Not <DAV:no-lock> [\"x\"])")
                                    .saying("s"),
                            Question.from("/files/{w}-seer/set.txt", "PUT", "Checkin-Set", "{url}")
                                    .saying("s"),
                            Question.from("/files/{w}/guest/{n}.txt", "PUT", "Configuration-Id", "{url}")
                                    .saying("s"),
                            Question.from("{workspace}{w}/guest/{n}.txt", "PUT", "Checkin-Set", "{url}")
                                    .saying("s"))),
            entry("REBIND", List.of(bind("/files/{w}-seer/", "REBIND", "{n}", "{url}"))),
            entry(
                    "SETDEFAULT",
                    List.of(
                            Question.at("SETDEFAULT").saying("<setdefault xmlns=\"DAV:\"><none/></setdefault>"),
                            Question.from("/files/{w}/guest/g.txt", "SETDEFAULT")
                                    .saying("<setdefault xmlns=\"DAV:\"><href>{url}</href></setdefault>"),
                            Question.from("/configurations/", "SETDEFAULT")
                                    .saying("<setdefault xmlns=\"DAV:\"><href>{url}</href></setdefault>"))),
            entry("THAW", List.of(Question.at("THAW", "Revision-Id", "V1"))),
            entry(
                    "UNBIND",
                    List.of(Question.from("{parent}", "UNBIND")
                            .saying("<unbind xmlns=\"DAV:\"><segment>{name}</segment></unbind>"))),
            entry("UNCHECKOUT", List.of(Question.at("UNCHECKOUT"))),
            entry("UNLOCK", List.of(Question.at("UNLOCK", "Lock-Token", "<{hush-lock}>"))),
            entry(
                    "UPDATE",
                    List.of(
                            Question.at("UPDATE")
                                    .saying(
                                            "<update xmlns=\"DAV:\"><label-name>hush-label</label-name><prop><version-name/></prop></update>"),
                            Question.at("UPDATE", "Depth", "infinity")
                                    .saying("<update xmlns=\"DAV:\"><label-name>hush-label</label-name></update>"),
                            Question.from("/files/{w}/guest/g.txt", "UPDATE")
                                    .saying("<update xmlns=\"DAV:\"><version><href>{url}</href></version></update>"))),
            entry(
                    "VERSION",
                    List.of(Question.at("VERSION")
                            .saying("<versioning xmlns=\"DAV:\"><autoversioning>Off</autoversioning></versioning>"))),
            entry("VERSION-CONTROL", List.of(Question.at("VERSION-CONTROL"))));

    /** What takes away comes last, so that there is something to ask about until then. */
    private static final List<String> LAST =
            List.of("COPY", "BIND", "REBIND", "MOVE", "UNBIND", "DELREF", "DELETE", "DESTROY");

    private Writing() {}

    /** The methods in the order in which they are tried; all that the registry has. */
    static List<String> methods(Registry registry) {
        List<String> methods = registry.methods().stream()
                .filter(method -> !Reading.METHODS.contains(method))
                .distinct()
                .sorted(Comparator.comparingInt((String method) -> LAST.indexOf(method)))
                .toList();
        for (String method : methods) {
            if (!DEEDS.containsKey(method)) {
                throw new AssertionError(
                        "Nobody asks the method %s: add it to %s or %s, so that the seer asks it in both worlds"
                                .formatted(method, Writing.class.getName(), Reading.class.getName()));
            }
        }
        return methods;
    }

    static List<Question> deeds(String method) {
        return DEEDS.get(method);
    }

    static boolean gives(Question deed) {
        return GIVING.contains(deed.method()) || deed.target().equals("{parent}");
    }

    static boolean takes(Question deed) {
        return TAKING.contains(deed.method())
                || deed.target().equals("{parent}")
                || (deed.method().equals("MKREF") && deed.target().equals("{url}"))
                || "{url}".equals(deed.headers().get("Destination"));
    }

    private static Question bind(String collection, String method, String segment, String href) {
        String element = method.toLowerCase(Locale.ROOT);
        return Question.from(collection, method)
                .saying("<%s xmlns=\"DAV:\"><segment>%s</segment><href>%s</href></%s>"
                        .formatted(element, segment, href, element));
    }

    private static String lock(String scope) {
        return "<lockinfo xmlns=\"DAV:\"><lockscope><%s/></lockscope><locktype><write/></locktype><owner>seer</owner></lockinfo>"
                .formatted(scope);
    }
}
