package io.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.tidemark.harness.Dav;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people do on every screen of the page, and how its tests find things there. */
final class PageSteps {
    private PageSteps() {}

    static void accessible(Page page) {
        var problems = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(problems)
                .as(page.url())
                .map(problem ->
                        problem.getId() + ' ' + problem.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** A window in which somebody is signed in and looks at something on a screen. */
    static Page open(TestBrowser browser, String user, String screen, String path) {
        Page page = browser.window();
        signIn(page, user, "/ui/" + screen + path);
        return page;
    }

    static void signIn(Page page, String user, String address) {
        page.navigate(Dav.url(address));
        signIn(page, user);
    }

    /** Signs in where the page asks for it. */
    static void signIn(Page page, String user) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(user);
        page.keyboard().press("Enter");
        page.getByText("Signed in as " + user).waitFor();
    }

    /** The row of something in a folder's list. */
    static Locator row(Page page, String name) {
        return page.locator("tm-rows .rows [role=row]", new Page.LocatorOptions().setHasText(name));
    }

    static Locator heading(Page page, String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words));
    }

    /** A file to choose for an upload. */
    static FilePayload file(String name) {
        return new FilePayload(name, "text/plain", ("content of " + name).getBytes(StandardCharsets.UTF_8));
    }

    static Locator dialogButton(Page page, String words) {
        return page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, inside(words));
    }

    static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }

    static Locator.GetByRoleOptions inside(String words) {
        return new Locator.GetByRoleOptions().setName(words).setExact(true);
    }
}
