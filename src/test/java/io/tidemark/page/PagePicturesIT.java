package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.row;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotType;
import io.tidemark.harness.Answer;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Makes the pictures of the page that docs/ shows, in {@code target/pictures}. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PagePicturesIT extends PageTest {
    private static final Path PLACE = Path.of("target", "pictures");
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 560;
    private static final int QUALITY = 70;

    @Test
    void everyPictureIsMade() {
        String[] names = {"about.md", "contact.md", "home.md", "prices.md", "team.md"};
        WRITER.request("VERSION", folder).send().expect(200);
        for (String one : names) {
            WRITER.put(folder + one, text(one, "first")).send().expect(201);
        }
        String space = space();
        for (String word : new String[] {"second", "third"}) {
            WRITER.put(folder + "home.md", text("home.md", word)).send().expect(204);
        }
        WRITER.put(space + name + "/about.md", text("about.md", "redesigned"))
                .send()
                .expect(204);
        WRITER.put(folder + "about.md", text("about.md", "corrected")).send().expect(204);
        PageTexts.label(folder + "home.md", "V2", "1.0");

        Page page = browser().window(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
        PageSteps.signIn(page, "writer", "/ui/folder" + folder);
        row(page, "team.md").waitFor();
        keep(page, "folder");
        go(page, "history", folder + "home.md");
        page.getByLabel("Choose V1").check();
        page.getByLabel("Choose V3").check();
        keep(page, "history");
        button(page, "Compare the chosen two").click();
        page.locator("ins").first().waitFor();
        keep(page, "compare");
        go(page, "changes", folder);
        page.locator(".change").first().waitFor();
        keep(page, "changes");
        go(page, "space", space + "?view=inbox");
        page.locator("tm-inbox ins").first().waitFor();
        keep(page, "inbox");
        go(page, "care", folder);
        assertThat(page.getByRole(AriaRole.HEADING, PageSteps.named("Space"))).isVisible();
        keep(page, "care");
        WRITER.request("DELETE", space).send().expect(204);
    }

    private static void go(Page page, String screen, String path) {
        page.navigate(Dav.url("/ui/" + screen + path));
    }

    private static void keep(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PLACE.resolve(picture + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY));
    }

    private static String space() {
        Answer made = WRITER.request("MKCONFIG", "/configurations/")
                .body(
                        "<createconfiguration xmlns=\"DAV:\"><configurationtype>DAV:Workspace</configurationtype>"
                                + "<derivedfrom>/configurations/default/</derivedfrom><inherit>Auto</inherit></createconfiguration>")
                .send()
                .expect(201);
        String space = made.header("Location").orElseThrow();
        WRITER.request("PROPPATCH", space)
                .body(
                        "<propertyupdate xmlns=\"DAV:\"><set><prop><displayname>Relaunch</displayname></prop></set></propertyupdate>")
                .send()
                .expect(207);
        return space;
    }

    private static String text(String name, String word) {
        return "# " + name + "\n\nThese are the " + word + " words about it.\nA line that stays.\n\nWritten for the "
                + word + " time.\n";
    }
}
