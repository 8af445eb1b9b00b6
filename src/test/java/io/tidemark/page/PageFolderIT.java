package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.accessible;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.heading;
import static io.tidemark.page.PageSteps.inside;
import static io.tidemark.page.PageSteps.named;
import static io.tidemark.page.PageSteps.row;
import static io.tidemark.page.PageSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import io.tidemark.harness.Tar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Folders on the page: by mouse, by keyboard alone, and beside what others do. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageFolderIT extends PageTest {
    private static final int MANY = 2_500;
    private static final double SOON_MILLIS = 2_000;

    @Test
    void oneGoesThroughFoldersByKeyboard() {
        WRITER.request("MKCOL", folder + "inner/").send().expect(201);
        WRITER.put(folder + "inner/a.txt", "a").send().expect(201);
        Page page = open("writer", "folder", folder);
        row(page, "inner").focus();
        page.keyboard().press("Enter");
        assertThat(heading(page, "inner")).isVisible();
        assertThat(row(page, "a.txt")).isVisible();
        page.goBack();
        assertThat(row(page, "inner")).isVisible();
        row(page, "inner").focus();
        page.keyboard().press("F2");
        page.keyboard().type("renamed");
        page.keyboard().press("Enter");
        assertThat(row(page, "renamed")).isVisible();
        assertThat(row(page, "inner")).isHidden();
        row(page, "renamed").focus();
        page.keyboard().press("Delete");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Nothing is here yet.")).isVisible();
        WRITER.get(folder + "inner/").send().expect(404);
    }

    @Test
    void theAddressOfAFileLeadsToItsVersions() {
        WRITER.put(folder + "a.txt", "x").send().expect(201);
        Page page = open("writer", "folder", folder + "a.txt");
        page.getByRole(AriaRole.LINK, named("Its versions")).click();
        assertThat(page.getByText("No versions of this file are kept.")).isVisible();
    }

    @Test
    void namesAreText() {
        List<String> names = List.of(
                "<img src=x onerror=alert(1)>.txt",
                "\"><script>alert(1)",
                "${alert(1)}",
                "a&b;c%20d#e?f.txt",
                "ünï 漢.txt");
        names.forEach(name -> WRITER.put(folder + encoded(name), "x").send().expect(201));
        Page page = open("writer", "folder", folder);
        names.forEach(
                name -> assertThat(page.getByRole(AriaRole.LINK, named(name))).isVisible());
        assertThat(page.locator("tm-rows img, tm-rows script").count()).isZero();
        page.getByRole(AriaRole.LINK, named("a&b;c%20d#e?f.txt")).waitFor();
        String downloaded = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, named("a&b;c%20d#e?f.txt"))
                        .click())
                .suggestedFilename();
        assertThat(downloaded).startsWith("a&b;c%20d#e");
    }

    @Test
    void twoBrowsersSeeEachOthersChanges() {
        Page one = open("writer", "folder", folder);
        Page other = open("other", "folder", folder);
        assertThat(one.getByText("0 entries")).isVisible();
        assertThat(other.getByText("0 entries")).isVisible();
        button(one, "New folder").first().click();
        one.getByLabel("Name of the new folder").fill("made by one");
        one.keyboard().press("Enter");
        assertThat(row(one, "made by one")).isVisible();
        assertThat(row(other, "made by one")).isVisible(new IsVisibleOptions().setTimeout(SOON_MILLIS));
        WRITER.request("DELETE", folder + "made%20by%20one/").send().expect(204);
        assertThat(row(other, "made by one")).isHidden(new IsHiddenOptions().setTimeout(SOON_MILLIS));
    }

    @Test
    void aLargeFolderIsAWindowOfRows() {
        Tar tar = new Tar();
        for (int i = 0; i < MANY; i++) {
            tar.file("file " + i + ".txt", "");
        }
        WRITER.request("POST", folder)
                .header("Content-Type", "application/x-tar")
                .body(tar.bytes())
                .send()
                .expect(200);
        Page page = open("writer", "folder", folder);
        assertThat(page.getByText("2,500 entries")).isVisible();
        row(page, "file 0.txt").focus();
        page.keyboard().press("End");
        assertThat(row(page, "file 2499.txt")).isFocused();
        assertThat(page.locator("tm-rows [role=row]").count()).isLessThan(100);
        button(page, "Name").first().click();
        page.getByLabel("Filter by name").fill("2499");
        assertThat(page.getByText("1 of 2,500 entries")).isVisible();
    }

    @Test
    void whatWasDeletedIsBroughtBack() {
        WRITER.put(folder + "kept.txt", "x").send().expect(201);
        WRITER.request("VERSION", folder + "kept.txt").send().expect(200);
        Page page = open("writer", "folder", folder);
        page.getByLabel("Select kept.txt").check();
        button(page, "Delete").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, inside("Delete"))
                .click();
        assertThat(row(page, "kept.txt")).isHidden();
        button(page, "Deleted files").click();
        button(page, "Bring back: kept.txt").click();
        button(page, "Close").first().click();
        assertThat(row(page, "kept.txt")).isVisible();
    }

    @Test
    void aFolderIsUsedAsADrive() {
        Page page = open("writer", "folder", folder);
        button(page, "Use as a drive").click();
        button(page, "Make a password for this folder").click();
        page.getByText("It is shown this once.").waitFor();
        String secret = page.locator("dialog code").nth(1).innerText();
        Dav.with(Dav.basic("writer", secret)).get(folder).send().expect(200);
        Dav.with(Dav.basic("writer", secret)).get("/files/").send().expect(403);
    }

    @Test
    void whatIsLookedForIsFoundByKeyboard() {
        WRITER.put(folder + "needle%20in%20it.txt", "x").send().expect(201);
        Page page = open("writer", "folder", folder);
        page.getByRole(AriaRole.LINK, named("Find")).click();
        page.getByLabel("Name contains").fill("Needle");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, named("needle in it.txt"))).isVisible();
        assertThat(page.url()).contains("name=Needle");
    }

    @Test
    void oneDoesWhatTheDotsOfferByKeyboard() throws InterruptedException {
        WRITER.put(folder + "a.txt", "x").send().expect(201);
        Page page = open("writer", "folder", folder);
        row(page, "a.txt").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, named("Versions"))).isFocused();
        while (!"Lock".equals(page.evaluate("document.activeElement.innerText"))) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        Eventually.become(
                "the lock is there",
                () -> WRITER.request("PROPFIND", folder + "a.txt")
                        .header("Depth", "0")
                        .send()
                        .text()
                        .contains("locktoken"));
    }

    @Test
    void nothingKeepsAnybodyOut() {
        WRITER.put(folder + "a.txt", "x").send().expect(201);
        WRITER.request("LOCK", folder + "a.txt")
                .body(
                        "<lockinfo xmlns=\"DAV:\"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>")
                .send()
                .expect(200);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = browser().window(new Browser.NewContextOptions().setColorScheme(scheme));
            page.navigate(Dav.url("/ui/"));
            page.getByLabel("User name").waitFor();
            accessible(page);
            signIn(page, "writer");
            page.navigate(Dav.url("/ui/folder" + folder));
            row(page, "a.txt").waitFor();
            accessible(page);
            button(page, "More for a.txt").click();
            button(page, "Rename").click();
            page.getByRole(AriaRole.DIALOG).waitFor();
            accessible(page);
            page.keyboard().press("Escape");
            page.navigate(Dav.url("/ui/find" + folder + "?name=a"));
            page.getByText("found").first().waitFor();
            accessible(page);
            page.navigate(Dav.url("/ui/mine/"));
            page.getByText("A signed-in browser").first().waitFor();
            accessible(page);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
