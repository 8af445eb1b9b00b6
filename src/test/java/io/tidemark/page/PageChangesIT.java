package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.accessible;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.dialogButton;
import static io.tidemark.page.PageSteps.exactly;
import static io.tidemark.page.PageSteps.inside;
import static io.tidemark.page.PageSteps.named;
import static io.tidemark.page.PageSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened in a folder, as the page shows it, and going back; by mouse and by keyboard. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageChangesIT extends PageTest {
    private final String file = folder + "route.txt";

    @BeforeEach
    void version() {
        PageTexts.make(folder, file);
    }

    @Test
    void aChangeIsLookedAtAndUndone() {
        Page page = open("writer", "changes", folder);
        assertThat(page.getByText("route.txt").first()).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, named(day(page)))).isVisible();
        Locator newest = page.locator(".change").first();
        newest.getByRole(AriaRole.LINK, inside("Compare before and after: route.txt"))
                .click();
        assertThat(page.locator("ins")).hasText("red");
        page.goBack();
        newest.getByRole(AriaRole.BUTTON).first().focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("1 entry changes")).isVisible();
        dialogButton(page, "Undo").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Undone.")).isVisible();
        assertThat(WRITER.get(file).send().text()).isEqualTo(PageTexts.OLD);
        assertThat(page.locator(".change")).hasCount(4);
        page.locator(".change").nth(1).getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.getByText("This has been changed again since, and stays as it is:"))
                .isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Nothing would change.");
        dialogButton(page, "Close").click();
        page.getByLabel("Done by").fill("nobody");
        page.keyboard().press("Enter");
        assertThat(page.getByText("“nobody” has done nothing here.")).isVisible();
    }

    @Test
    void aFolderIsSeenAtAMomentAndBroughtBack() {
        WRITER.put(folder + "gone.txt", "kept").send().expect(201);
        WRITER.request("MKCOL", folder + "sub/").send().expect(201);
        WRITER.put(folder + "sub/deep.txt", "deep").send().expect(201);
        WRITER.request("DELETE", folder + "gone.txt").send().expect(204);
        WRITER.request("DELETE", folder + "sub/").send().expect(204);
        Page page = open("writer", "moment", folder);
        assertThat(page.getByRole(AriaRole.LINK, named("route.txt"))).isVisible();
        assertThat(page.getByText("gone.txt")).isHidden();
        page.getByLabel("Change").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.getByRole(AriaRole.LINK, named("sub"))).isVisible();
        page.getByLabel("Change").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.getByRole(AriaRole.LINK, named("gone.txt"))).isVisible();
        page.getByRole(AriaRole.LINK, named("sub")).click();
        assertThat(page.getByText("It cannot be looked into as it was")).isVisible();
        button(page, "Bring all back …").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("deep.txt");
        dialogButton(page, "Cancel").click();
        page.getByRole(AriaRole.LINK, named("Back to " + name)).click();
        page.getByLabel("Select gone.txt").check();
        button(page, "Bring 1 chosen back …").click();
        assertThat(page.getByText("1 entry comes back")).isVisible();
        dialogButton(page, "Bring back").click();
        assertThat(page.getByText("It is as it was.")).isVisible();
        assertThat(WRITER.get(folder + "gone.txt").send().expect(200).text()).isEqualTo("kept");
        WRITER.get(folder + "sub/").send().expect(404);
        page.goBack();
        button(page, "Bring all back …").click();
        dialogButton(page, "Bring back").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(WRITER.get(folder + "sub/deep.txt").send().expect(200).text())
                .isEqualTo("deep");
    }

    @Test
    void namesAreTextEverywhere() {
        String hostile = "%3Cimg%20src=x%20onerror=alert(1)%3E%23%3F%25.txt";
        WRITER.put(folder + hostile, "a").send().expect(201);
        WRITER.put(folder + hostile, "b").send().expect(204);
        Page page = open("writer", "changes", folder);
        page.getByRole(AriaRole.LINK, named(PageTexts.HOSTILE + "#?%.txt"))
                .first()
                .click();
        assertThat(page.getByLabel("Choose V2")).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(PageTexts.HOSTILE + "#?%.txt");
        button(page, "More for V2").click();
        page.getByRole(AriaRole.LINK, named("Compare with V1")).click();
        assertThat(page.getByText("Lines: 1 went, 1 came.")).isVisible();
        page.navigate(Dav.url("/ui/moment" + folder));
        assertThat(page.getByRole(AriaRole.LINK, named(PageTexts.HOSTILE + "#?%.txt")))
                .isVisible();
        assertThat(page.locator("main img").count()).isZero();
    }

    @Test
    void aLongHistoryCostsAsManyRequestsAsAShortOne() {
        for (int i = 0; i < 30; i++) {
            WRITER.put(file, "text " + i).send().expect(204);
        }
        Page page = open("writer", "history", file);
        assertThat(page.getByLabel("Choose V32", exactly())).isVisible();
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().contains("/ui/")) {
                asked.add(request.method() + ' ' + request.url());
            }
        });
        page.reload();
        assertThat(page.getByLabel("Choose V1", exactly())).isVisible();
        assertThat(asked).hasSizeLessThanOrEqualTo(4);
        asked.clear();
        page.navigate(Dav.url("/ui/changes" + folder));
        assertThat(page.locator(".change")).hasCount(33);
        assertThat(asked).hasSizeLessThanOrEqualTo(3);
        asked.clear();
        page.navigate(Dav.url("/ui/moment" + folder));
        assertThat(page.getByRole(AriaRole.LINK, named("route.txt"))).isVisible();
        assertThat(asked).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void nothingKeepsAnybodyOut() {
        WRITER.request("BRANCH", file)
                .header("Revision-Id", "V1")
                .body("<branch xmlns=\"DAV:\"><branchlabel>side</branchlabel></branch>")
                .send()
                .expect(201);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = browser().window(new Browser.NewContextOptions().setColorScheme(scheme));
            signIn(page, "writer", "/ui/history" + file);
            page.getByLabel("Choose V1").check();
            page.getByLabel("Choose V2").check();
            accessible(page);
            button(page, "More for V1").click();
            accessible(page);
            page.keyboard().press("Escape");
            button(page, "Compare the chosen two").click();
            page.locator("ins").waitFor();
            accessible(page);
            page.navigate(Dav.url("/ui/changes" + folder));
            page.locator(".change button").first().click();
            page.getByRole(AriaRole.DIALOG).waitFor();
            accessible(page);
            page.keyboard().press("Escape");
            accessible(page);
            page.navigate(Dav.url("/ui/moment" + folder));
            page.getByRole(AriaRole.LINK, named("route.txt")).waitFor();
            accessible(page);
        }
    }

    private static String day(Page page) {
        return (String) page.evaluate("new Intl.DateTimeFormat('en', {dateStyle: 'full'}).format(new Date())");
    }
}
