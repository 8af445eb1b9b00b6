package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.heading;
import static io.tidemark.page.PageSteps.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Signing in and out at the page, the list of sessions, and what users have stored beside it. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageSignInIT extends PageTest {
    @Test
    void oneSignsInAndOutByKeyboard() {
        Page page = browser().window();
        page.navigate(Dav.url("/"));
        assertThat(page.getByLabel("User name")).isFocused();
        page.keyboard().type("writer");
        page.keyboard().press("Tab");
        page.keyboard().type("wrong");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");
        page.getByLabel("Password").fill("writer");
        page.keyboard().press("Enter");
        assertThat(heading(page, "All files")).isVisible();
        assertThat(page.context().cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(page.evaluate("document.cookie")).isEqualTo("");
        });
        button(page, "Sign out").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("User name")).isVisible();
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void aSessionIsRevokedInTheList() {
        Page page = open("other", "folder", "/files/");
        page.getByRole(AriaRole.LINK, named("Mine")).click();
        Locator session = page.locator("tr", new Page.LocatorOptions().setHasText("A signed-in browser"));
        assertThat(session.first()).isVisible();
        Dav.as("other")
                .request("DELETE", "/principals/app-passwords/other/")
                .send()
                .expect(204);
        page.getByRole(AriaRole.LINK, named("Files")).click();
        assertThat(page.getByLabel("User name")).isVisible();
    }

    @Test
    void whatIsStoredIsNoScriptOfThePage() {
        WRITER.put(folder + "a.js", "globalThis.acted = true").send().expect(201);
        Page page = open("writer", "folder", folder);
        Object answer = page.evaluate("path => import(path).then(() => 'loaded', () => 'refused')", folder + "a.js");
        assertThat(answer).isEqualTo("refused");
        assertThat(page.evaluate("globalThis.acted === undefined")).isEqualTo(true);
    }

    @Test
    void itSpeaksGermanToo() {
        Page page = browser().window(new Browser.NewContextOptions().setLocale("de-DE"));
        page.navigate(Dav.url("/ui/"));
        assertThat(page.getByLabel("Benutzername")).isVisible();
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo("de");
    }
}
