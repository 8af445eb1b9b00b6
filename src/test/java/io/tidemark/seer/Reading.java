package io.tidemark.seer;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that can be asked about a URL without changing anything. */
final class Reading {
    /** How each report is asked; one that the registry has and this table has not fails the test. */
    private static final Map<String, String> REPORTS = Map.ofEntries(
            entry(
                    "acl-principal-prop-set",
                    "<acl-principal-prop-set xmlns=\"DAV:\"><prop><displayname/></prop></acl-principal-prop-set>"),
            entry("activecheckouts", "<activecheckouts xmlns=\"DAV:\"/>"),
            entry("app-passwords", "<app-passwords xmlns=\"urn:tidemark:dav\"/>"),
            entry(
                    "changes",
                    "<changes xmlns=\"urn:tidemark:dav\"><limit xmlns=\"DAV:\"><nresults>1000</nresults></limit></changes>"),
            entry("checkouts", "<checkouts xmlns=\"urn:tidemark:dav\"/>"),
            entry(
                    "compare",
                    "<compare xmlns=\"urn:tidemark:dav\"><from><D:revisionid xmlns:D=\"DAV:\">V1</D:revisionid></from>"
                            + "<to><now/></to></compare>"),
            entry("configurationderivation", "<configurationderivation xmlns=\"DAV:\"/>"),
            entry("configurationmerge", "<configurationmerge xmlns=\"DAV:\"/>"),
            entry("defaulthistory", "<defaulthistory xmlns=\"DAV:\"><prop><getcontentlength/></prop></defaulthistory>"),
            entry("directlineage", "<directlineage xmlns=\"DAV:\"/>"),
            entry("expand-property", expand()),
            entry("fulllineage", "<fulllineage xmlns=\"DAV:\"><prop><creator-displayname/></prop></fulllineage>"),
            entry("locks", "<locks xmlns=\"urn:tidemark:dav\"/>"),
            entry(
                    "principal-match",
                    "<principal-match xmlns=\"DAV:\"><self/><prop><displayname/></prop></principal-match>"),
            entry(
                    "principal-property-search",
                    "<principal-property-search xmlns=\"DAV:\"><property-search><prop><displayname/></prop><match>r</match>"
                            + "</property-search><prop><displayname/></prop></principal-property-search>"),
            entry("principal-search-property-set", "<principal-search-property-set xmlns=\"DAV:\"/>"),
            entry("retention", "<retention xmlns=\"urn:tidemark:dav\"/>"),
            entry("server", "<server xmlns=\"urn:tidemark:dav\"/>"),
            entry("sync-collection", sync("", "infinite")),
            entry("usage", "<usage xmlns=\"urn:tidemark:dav\"/>"),
            entry("version-tree", "<version-tree xmlns=\"DAV:\"><prop><version-name/></prop></version-tree>"));

    /** The methods that this class asks; the others are asked by {@link Writing}. */
    static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT", "SEARCH");

    private static final String PROPFIND = "<propfind xmlns=\"DAV:\">%s</propfind>";
    private static final String RESOURCETYPE = PROPFIND.formatted("<prop><resourcetype/></prop>");

    private static final String SEARCH =
            "<searchrequest xmlns=\"DAV:\"><basicsearch><select><prop>%s</prop></select><from><scope>"
                    + "<href>{url}</href><depth>infinity</depth></scope></from>%s</basicsearch></searchrequest>";

    private Reading() {}

    /** All questions. */
    static Inquiry questions(Registry registry) {
        return new Inquiry(always(registry), ways());
    }

    private static List<Question> always(Registry registry) {
        List<Question> questions = new ArrayList<>();
        questions.add(Question.at("PROPFIND", "Depth", "1").saying(all(registry)));
        questions.add(Question.at("PROPFIND", "Depth", "infinity").saying(RESOURCETYPE));
        questions.add(Question.at("GET"));
        questions.add(Question.at("SEARCH").saying(SEARCH.formatted("<getcontentlength/>", "")));
        questions.add(Question.at("OPTIONS"));
        questions.add(condition("(Not [\"x\"])"));
        questions.add(condition("(<{hush-lock}>)"));
        questions.add(Question.from("/files/{w}/plain/p.txt", "GET", "Revision-Id", "{url}"));
        for (String name : registry.reports()) {
            String report = REPORTS.get(name.substring(name.indexOf('}') + 1));
            if (report == null) {
                throw new AssertionError(
                        "Nobody asks the report %s: add it to %s, so that the seer asks it in both worlds"
                                .formatted(name, Reading.class.getName()));
            }
            questions.add(Question.at("REPORT", "Depth", "0").saying(report));
        }
        return questions;
    }

    /** In how many ways the same can be asked: through which configuration, of which revision, in which form. */
    private static List<Question> ways() {
        List<Question> questions = new ArrayList<>();
        questions.add(Question.at("PROPFIND", "Depth", "0").saying(PROPFIND.formatted("<propname/>")));
        questions.add(Question.at("PROPFIND", "Depth", "0").saying(PROPFIND.formatted("<allprop/>")));
        questions.add(Question.at("PROPFIND", "Depth", "1", "Show-Deleted", "Y").saying(RESOURCETYPE));
        for (String configuration : List.of(
                "*", "{workspace}", "{manual}", "{dynamic}", "{hush-workspace}", "{hush-dynamic}", "{hush-heir}")) {
            questions.add(Question.at("PROPFIND", "Depth", "1", "Configuration-Id", configuration)
                    .saying(PROPFIND.formatted("<prop><resourcetype/><revisionid/><sync-token/></prop>")));
        }
        for (String configuration : List.of("{workspace}", "{hush-workspace}", "{hush-dynamic}")) {
            questions.add(Question.at("GET", "Revision-Id", configuration));
        }
        for (String revision : List.of("V1", "V2", "first", "hush-label", "Time({first-act})", "{hush-revision}")) {
            questions.add(Question.at("GET", "Revision-Id", revision));
        }
        questions.add(Question.at("PROPFIND", "Depth", "1", "Revision-Id", "Time({first-act})")
                .saying(RESOURCETYPE));
        questions.add(Question.at("GET", "Branch-Id", "hush-branch"));
        questions.add(Question.at("GET", "Label", "hush-label"));
        questions.add(Question.at("GET", "Revision-Path", "/{w};V1/hush;V1/plan.txt"));
        questions.add(Question.at("HEAD"));
        questions.add(Question.at("SEARCH")
                .saying(SEARCH.formatted(
                        "<author/>",
                        "<where><or><like><prop><displayname/></prop><literal>%u%</literal></like><eq><prop><author/></prop>"
                                + "<literal>hush</literal></eq></or></where><orderby><order><prop><revisionlabel/></prop>"
                                + "</order></orderby>")));
        questions.add(Question.at("SEARCH")
                .saying(SEARCH.formatted("<getetag/>", "<where><contains>hush*</contains></where>")));
        // The first two are of one world alone where a tree shows both.
        for (String order : List.of("", "<orderby><order><prop><displayname/></prop><descending/></order></orderby>")) {
            questions.add(Question.from("/files/{w}/", "SEARCH")
                    .saying(SEARCH.replace("{url}", "/files/{w}/")
                            .formatted(
                                    "<getetag/>",
                                    "<where><like><prop><displayname/></prop><literal>%.txt</literal></like></where>"
                                            + order + "<limit><nresults>2</nresults></limit>")));
        }
        questions.add(condition("([\"x\"])"));
        questions.add(condition("(Not <{hush-lock}>)"));
        questions.add(Question.at("REPORT").saying("<fulllineage xmlns=\"DAV:\" scope=\"id\"/>"));
        return questions;
    }

    private static Question condition(String list) {
        return Question.from("/files/{w}/plain/p.txt", "GET", "If", "<{url}> " + list);
    }

    /** Those that show most at the least cost: all that a URL has, and which others are below it. */
    static Inquiry beginning(Registry registry) {
        return new Inquiry(
                List.of(
                        Question.at("PROPFIND", "Depth", "1").saying(RESOURCETYPE),
                        Question.at("PROPFIND", "Depth", "0").saying(all(registry))),
                List.of());
    }

    private static String all(Registry registry) {
        return PROPFIND.formatted("<prop>"
                + registry.properties().stream().map(Registry::element).collect(Collectors.joining()) + "</prop>");
    }

    /** What has changed at a URL since the token was given there. */
    static Question since() {
        return Question.at("REPORT", "Depth", "0").saying(sync("{token}", "infinite"));
    }

    private static String sync(String token, String level) {
        return "<sync-collection xmlns=\"DAV:\"><sync-token>%s</sync-token><sync-level>%s</sync-level>"
                        .formatted(token, level)
                + "<prop><resourcetype/></prop></sync-collection>";
    }

    private static String expand() {
        String links = List.of(
                        "checked-in",
                        "checked-out",
                        "version-history",
                        "predecessor-set",
                        "successor-set",
                        "parent-set",
                        "lockdiscovery",
                        "derivedfrom",
                        "resolutionqueue",
                        "acl",
                        "checkinsetroot",
                        "owner")
                .stream()
                .map(
                        "<property name=\"%s\"><property name=\"resourcetype\"/><property name=\"displayname\"/></property>"
                                ::formatted)
                .collect(Collectors.joining());
        return "<expand-property xmlns=\"DAV:\">%s</expand-property>".formatted(links);
    }
}
