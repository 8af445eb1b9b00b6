package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import io.tidemark.harness.Tar;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However much there is that a user may not see, what he finds, in which order, and whether that is all, is the same. */
@ArquillianTest
@RunAsClient
class HiddenCandidatesIT {

    private static final String ALONE = "/files/hidden-none/";
    private static final String BESIDE = "/files/hidden-many/";
    private static final Pattern HREF = Pattern.compile("<D:href>/files/hidden-[a-z]+/([^<]*)</D:href>");
    private static final Dav WRITER = Dav.as("writer");
    private static final Dav OTHER = Dav.as("other");

    /** More than a search looks at before it makes more of it. */
    private static final int MANY = 2_300;

    private static final String NAMED = "<like><prop><displayname/></prop><literal>%plan%</literal></like>";
    private static final String WORDS = "<contains>plan</contains>";
    private static final String NEWEST =
            "<orderby><order><prop><getcontentlength/></prop><descending/></order></orderby>";
    private static final String BY_OWNER = "<orderby><order><prop><owner/></prop></order></orderby>";
    private static final String SOME = "<limit><nresults>3</nresults></limit>";

    @BeforeAll
    static void make() throws InterruptedException {
        for (String tree : List.of(ALONE, BESIDE)) {
            for (String folder : List.of("", "small/", "large/")) {
                WRITER.request("MKCOL", tree + folder).send().expect(201);
            }
        }
        for (String place : List.of("secret/", "small/secret/")) {
            WRITER.request("MKCOL", BESIDE + place).send().expect(201);
            fill(BESIDE + place, "plan", MANY);
            WRITER.request("ACL", BESIDE + place)
                    .header("Content-Type", "application/xml")
                    .body("<acl xmlns='DAV:'><ace><principal><href>/principals/users/writer</href></principal>"
                            + "<grant><privilege><all/></privilege></grant></ace></acl>")
                    .send()
                    .expect(200);
        }
        for (String tree : List.of(ALONE, BESIDE)) {
            fill(tree + "large/", "other", MANY);
            fill(tree + "large/", "plan", 5);
            fill(tree + "small/", "plan", 7);
        }
        for (String tree : List.of(ALONE, BESIDE)) {
            Eventually.become(
                    "names are known", () -> found(ask(tree, NAMED, "")).size() == 12);
        }
    }

    private static void fill(String collection, String name, int files) {
        Tar tar = new Tar();
        for (int i = 0; i < files; i++) {
            tar.file(name + '-' + i + ".txt", "x".repeat(1 + i % 50));
        }
        WRITER.request("POST", collection)
                .header("Content-Type", "application/x-tar")
                .body(tar.bytes())
                .send();
    }

    @Test
    void theSameIsFound() {
        for (String where : List.of(NAMED, WORDS)) {
            for (String place : List.of("", "small/", "large/")) {
                for (String further : List.of("", NEWEST, BY_OWNER, SOME, NEWEST + SOME, BY_OWNER + SOME)) {
                    Answer alone = ask(ALONE + place, where, further);
                    Answer beside = ask(BESIDE + place, where, further);
                    assertThat(found(beside)).as(place + where + further).isEqualTo(found(alone));
                    assertThat(isCut(beside)).isEqualTo(isCut(alone)).isEqualTo(further.contains("limit"));
                }
            }
        }
    }

    @Test
    void whoSeesMoreFindsMore() {
        assertThat(isCut(search(WRITER, BESIDE, NAMED, ""))).isTrue();
        assertThat(found(search(WRITER, BESIDE, NAMED, ""))).hasSize(1_001);
    }

    private static Answer ask(String scope, String where, String further) {
        return search(OTHER, scope, where, further);
    }

    private static Answer search(Dav user, String scope, String where, String further) {
        return user.request("SEARCH", scope)
                .header("Content-Type", "application/xml")
                .body(
                        "<searchrequest xmlns='DAV:'><basicsearch><select><prop><getetag/></prop></select><from><scope><href>"
                                + scope + "</href></scope></from><where>" + where + "</where>" + further
                                + "</basicsearch></searchrequest>")
                .send()
                .expect(207);
    }

    /** All that is told, in its order; of a cut answer the scope, too. */
    private static List<String> found(Answer answer) {
        return HREF.matcher(answer.text()).results().map(href -> href.group(1)).toList();
    }

    private static boolean isCut(Answer answer) {
        return answer.text().contains(" 507 ");
    }
}
