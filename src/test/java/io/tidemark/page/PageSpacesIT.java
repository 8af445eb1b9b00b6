package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.accessible;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.dialogButton;
import static io.tidemark.page.PageSteps.file;
import static io.tidemark.page.PageSteps.heading;
import static io.tidemark.page.PageSteps.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Workspaces and releases on the page: derived, looked at, decided, brought over; by mouse and by keyboard. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageSpacesIT extends PageTest {

    @Test
    void aWorkspaceIsDerivedAndItsChangesAreBroughtOver() {
        PageTexts.make(folder, folder + "route.txt");
        Page page = open("writer", "spaces", "/");
        String space = derive(page, "stays out");
        assertThat(page.getByText("Nothing differs from All files.")).isVisible();
        WRITER.put(space + name + "/route.txt", "changed there").send().expect(204);
        page.reload();
        assertThat(page.getByRole(AriaRole.LINK, named(name + "/route.txt"))).isVisible();
        accessible(page);
        page.getByLabel("Select " + name + "/route.txt").focus();
        page.keyboard().press("Space");
        button(page, "Bring chosen to All files").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("1 file is brought over")).isVisible();
        dialogButton(page, "Bring over").click();
        assertThat(page.getByText("Brought over.")).isVisible();
        assertThat(page.getByText("Nothing differs from All files.")).isVisible();
        assertThat(WRITER.get(folder + "route.txt").send().text()).isEqualTo("changed there");
        page.getByRole(AriaRole.LINK, named("Look into it")).click();
        assertThat(page.getByRole(AriaRole.LINK, named(name))).isVisible();
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, PageSteps.inside("Workspaces"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.LINK, named(name))).isVisible();
        accessible(page);
        page.getByRole(AriaRole.LINK, named(name)).click();
        button(page, "Delete").click();
        dialogButton(page, "Delete").click();
        assertThat(heading(page, "Workspaces")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named(name))).hasCount(0);
    }

    @Test
    void bothSidesAreSeenAndDecided() {
        PageTexts.make(folder, folder + "route.txt");
        PageTexts.more(folder, "taken.txt", "joined.txt");
        Page page = open("writer", "spaces", "/");
        String space = derive(page, "follows by itself");
        for (String one : new String[] {"route.txt", "taken.txt", "joined.txt"}) {
            WRITER.put(space + name + '/' + one, PageTexts.OLD + "here").send().expect(204);
            WRITER.put(folder + one, PageTexts.NEW + "there").send().expect(204);
        }
        page.navigate(Dav.url("/ui/space" + space + "?view=inbox"));
        waiting(page, "route.txt").click();
        assertThat(heading(page, name + "/route.txt")).isVisible();
        assertThat(page.locator("tm-inbox ins").first()).hasText("red");
        accessible(page);
        button(page, "Stay with this").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("It stays as it is here.")).isVisible();
        // What is decided leaves the list, and the others move up: who aims at one before that meets the next.
        assertThat(waiting(page, "route.txt")).isHidden();
        waiting(page, "taken.txt").click();
        assertThat(heading(page, name + "/taken.txt")).isVisible();
        button(page, "Take what is there").click();
        assertThat(page.getByText("Taken over.")).isVisible();
        assertThat(waiting(page, "taken.txt")).isHidden();
        waiting(page, "joined.txt").click();
        assertThat(heading(page, name + "/joined.txt")).isVisible();
        page.getByLabel("Put in a file made of both").setInputFiles(new FilePayload[] {file("any.txt")});
        assertThat(page.getByText("There is nothing to decide.")).isVisible();
        assertThat(WRITER.get(space + name + "/route.txt").send().text()).isEqualTo(PageTexts.OLD + "here");
        assertThat(WRITER.get(space + name + "/taken.txt").send().text()).isEqualTo(PageTexts.NEW + "there");
        assertThat(WRITER.get(space + name + "/joined.txt").send().text()).isEqualTo("content of any.txt");
        WRITER.request("DELETE", space).send().expect(204);
    }

    private Locator waiting(Page page, String file) {
        return page.getByRole(AriaRole.BUTTON, named("both changed " + name + "/" + file));
    }

    @Test
    void aReleaseShowsWhatItsRuleSelects() {
        PageTexts.make(folder, folder + "route.txt");
        PageTexts.label(folder + "route.txt", "V1", name);
        Page page = open("writer", "spaces", "/");
        button(page, "New release").click();
        page.getByLabel("Name").fill(name);
        page.keyboard().press("Enter");
        assertThat(heading(page, name)).isVisible();
        button(page, "Another condition").focus();
        page.keyboard().press("Enter");
        page.getByLabel("Which").fill(name);
        accessible(page);
        button(page, "Use this rule").click();
        assertThat(page.getByText("1 file", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(name + "/route.txt V1")))
                .isVisible();
        button(page, "Another condition").click();
        page.getByRole(AriaRole.COMBOBOX, named("Condition"))
                .last()
                .selectOption(new SelectOption().setLabel("is the newest"));
        button(page, "Use this rule").click();
        assertThat(page.getByText("The rule selects nothing.")).isVisible();
        page.navigate(Dav.url("/ui/spaces/"));
        button(page, "New map").click();
        page.getByLabel("Name").fill(name);
        page.getByRole(AriaRole.COMBOBOX, named("Of")).selectOption(new SelectOption().setLabel(name));
        accessible(page);
        dialogButton(page, "New map").click();
        assertThat(page.getByRole(AriaRole.LINK, named(name))).hasCount(2);
        button(page, "Delete: " + name).click();
        dialogButton(page, "Delete").click();
        assertThat(page.getByRole(AriaRole.LINK, named(name))).hasCount(1);
    }

    @Test
    void checkinSetsAreMadeAndClosed() {
        Page page = open("writer", "space", "/configurations/default/");
        button(page, "New checkin set").click();
        page.getByLabel("Name").fill(name);
        page.keyboard().press("Enter");
        button(page, "Close: " + name).click();
        dialogButton(page, "Close").last().click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(name)))
                .containsText("closed");
        accessible(page);
    }

    /** Derives a workspace from the files, and answers its path. */
    private String derive(Page page, String inherits) {
        button(page, "New workspace").click();
        page.getByLabel("Name").fill(name);
        page.getByLabel("What changes there later").selectOption(new SelectOption().setLabel(inherits));
        accessible(page);
        page.getByLabel("Name").press("Enter");
        assertThat(heading(page, name)).isVisible();
        return page.url().replaceAll("^.*/ui/space|[?].*$", "");
    }
}
