package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.accessible;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.dialogButton;
import static io.tidemark.page.PageSteps.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What is one's own, and all that people hold, on the page; by mouse and by keyboard. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageHoldingsIT extends PageTest {
    private static final String LOCK =
            "<lockinfo xmlns=\"DAV:\"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>";

    @Test
    void oneEndsOnesOwnByKeyboard() {
        WRITER.put(folder + "a.txt", "x").send().expect(201);
        WRITER.request("VERSION", folder + "a.txt").send().expect(200);
        WRITER.request("LOCK", folder + "a.txt").body(LOCK).send().expect(200);
        WRITER.request("CHECKOUT", folder + "a.txt")
                .header("Revision-Id", "V1")
                .send()
                .expect(201);
        Page page = open("writer", "mine", "/");
        button(page, "Unlock: " + folder + "a.txt").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("may not be able to save any more")).isVisible();
        accessible(page);
        dialogButton(page, "Unlock").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Unlocked.")).isVisible();
        button(page, "Give up: " + folder + "a.txt").click();
        dialogButton(page, "Give up").click();
        assertThat(page.getByText("The checkout is given up.")).isVisible();
        assertThat(page.getByText(folder)).hasCount(0);
        accessible(page);
    }

    @Test
    void anAdministratorBreaksALockWithAReason() {
        WRITER.put(folder + "a.txt", "x").send().expect(201);
        WRITER.request("LOCK", folder + "a.txt").body(LOCK).send().expect(200);
        Page page = open("admin", "server", "/?user=writer");
        List<String> reasons = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("UNLOCK")) {
                reasons.add(request.headerValue("tidemark-reason"));
            }
        });
        assertThat(page.getByText("Numbering of changes")).isVisible();
        button(page, "Unlock: " + folder + "a.txt").click();
        assertThat(page.getByText("writer holds this lock")).isVisible();
        page.getByLabel("Reason").fill("gone home – back on Monday");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Unlocked.")).isVisible();
        assertThat(reasons).containsExactly("gone home %E2%80%93 back on Monday");
        accessible(page);
    }

    @Test
    void whoIsNoAdministratorHasNoServerScreen() {
        Page page = open("writer", "server", "/");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("That is for administrators.");
        assertThat(page.getByRole(AriaRole.LINK, named("Server"))).hasCount(0);
    }

    @Test
    void whoMayDoWhatIsSaidAndChanged() {
        WRITER.request("MKCOL", folder + "inner/").send().expect(201);
        Page page = open("writer", "care", folder);
        assertThat(page.getByText("No folder on the way says who may do what")).isVisible();
        button(page, "Say who may do what").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Name").first().fill("reader");
        accessible(page);
        page.keyboard().press("Enter");
        assertThat(page.getByText("This folder says itself who may do what.")).isVisible();
        assertThat(page.getByRole(
                        AriaRole.ROW, new Page.GetByRoleOptions().setName("reader see and read said at this folder")))
                .isVisible();
        page.navigate(Dav.url("/ui/care" + folder + "inner/"));
        assertThat(page.getByText("What is said here comes from a folder further up:"))
                .isVisible();
        accessible(page);
    }

    @Test
    void spaceVersionsAndHoldsAreLookedAfter() {
        PageTexts.make(folder, folder + "route.txt");
        Page page = open("admin", "care", folder);
        assertThat(page.getByText("Files: 1. Older versions: 1. Versions of what was deleted: 0."))
                .isVisible();
        button(page, "Limit the space").click();
        page.getByLabel("So much may be stored").fill("2");
        page.keyboard().press("Enter");
        assertThat(page.getByText("may hold 2 GB")).isVisible();
        button(page, "Say how long").click();
        page.getByLabel("A sitting").fill("PT1H");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Of what one person saves within 1 hour, only the last version stays."))
                .isVisible();
        button(page, "What would go now").click();
        assertThat(page.getByText("1 version would go")).isVisible();
        button(page, "Hold all of it").click();
        page.getByLabel("Reason").fill("<b>audit</b>");
        page.keyboard().press("Enter");
        assertThat(page.getByText("<b>audit</b>")).isVisible();
        accessible(page);
        button(page, "End the hold").click();
        dialogButton(page, "End the hold").click();
        assertThat(page.getByText("Nothing is held here.")).isVisible();
    }
}
