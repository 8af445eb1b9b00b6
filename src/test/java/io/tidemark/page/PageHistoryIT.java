package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.accessible;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.dialogButton;
import static io.tidemark.page.PageSteps.exactly;
import static io.tidemark.page.PageSteps.inside;
import static io.tidemark.page.PageSteps.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.tidemark.harness.DatabaseIndependent;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions of a document on the page; by mouse and by keyboard. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageHistoryIT extends PageTest {
    private final String file = folder + "route.txt";

    @BeforeEach
    void version() {
        PageTexts.make(folder, file);
    }

    @Test
    void aVersionIsRestoredLabelledAndCommented() {
        Page page = open("writer", "history", file);
        choose(page, "V1", "Restore");
        dialogButton(page, "Restore").click();
        assertThat(page.getByLabel("Choose V3")).isVisible();
        assertThat(WRITER.get(file).send().text()).isEqualTo(PageTexts.OLD);
        assertThat(version(page, "V3")).containsText("shown now");
        choose(page, "V2", "Label");
        page.getByRole(AriaRole.DIALOG).getByLabel("Label").fill(PageTexts.HOSTILE);
        page.keyboard().press("Enter");
        assertThat(version(page, "V2").locator(".label")).hasText(PageTexts.HOSTILE);
        choose(page, "V2", "Comment");
        page.getByRole(AriaRole.DIALOG).getByLabel("Comment").fill("ünï " + PageTexts.HOSTILE);
        page.keyboard().press("Enter");
        assertThat(version(page, "V2")).containsText("ünï " + PageTexts.HOSTILE);
        assertThat(page.locator("tm-history img").count()).isZero();
        choose(page, "V2", "Take away label “" + PageTexts.HOSTILE + "”");
        dialogButton(page, "Take away").click();
        assertThat(version(page, "V2").locator(".label")).hasCount(0);
        choose(page, "V1", "Show this version to everybody");
        dialogButton(page, "Show this version to everybody").click();
        assertThat(version(page, "V1")).containsText("shown now");
        choose(page, "V3", "Show this version to everybody");
        dialogButton(page, "Show this version to everybody").click();
        assertThat(version(page, "V3")).containsText("shown now");
    }

    @Test
    void branchesAreDrawnAndCheckoutsCheckedIn() {
        Page page = open("writer", "history", file);
        choose(page, "V1", "Make a branch");
        page.getByLabel("Name of the branch").fill("side");
        page.keyboard().press("Enter");
        assertThat(version(page, "V3")).containsText("branch side");
        assertThat(version(page, "V3")).containsText("after V1");
        assertThat(page.locator(".graph circle.lane-1").first()).isVisible();
        choose(page, "V2", "Check out");
        assertThat(page.getByText("writer has checked out V2.")).isVisible();
        page.getByLabel("Put a file into the working copy")
                .setInputFiles(new FilePayload("any.txt", "text/plain", "worked on".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("The working copy has it.")).isVisible();
        assertThat(WRITER.get(file).send().text()).isEqualTo(PageTexts.NEW);
        button(page, "Check in").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Comment").fill("worked");
        page.keyboard().press("Enter");
        assertThat(version(page, "V4")).containsText("worked");
        assertThat(WRITER.get(file).send().text()).isEqualTo("worked on");
        assertThat(page.getByText("writer has checked out V2.")).isHidden();
    }

    @Test
    void oneGoesThroughTheVersionsOfATextByASlider() {
        Page page = open("writer", "history", file);
        button(page, "Look through the versions").click();
        assertThat(page.locator("tm-slider ins")).hasText("red");
        page.getByLabel("Go through the versions").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("tm-slider")).containsText("V1, ");
        assertThat(page.locator("tm-slider ins")).hasCount(0);
        assertThat(page.locator("tm-slider")).containsText("Show 9 equal lines");
        accessible(page);
        choose(page, "V2", "Note a merge");
        dialogButton(page, "Note a merge").click();
        assertThat(version(page, "V2")).containsText("with what V1 brought");
    }

    @Test
    void whoMayOnlyReadIsOfferedNothingElse() {
        Page page = open("reader", "history", file);
        button(page, "More for V1").click();
        assertThat(page.getByRole(AriaRole.LINK, named("Compare with V1"))).isHidden();
        assertThat(page.getByRole(AriaRole.LINK, named("Compare with what is shown now")))
                .isVisible();
        assertThat(button(page, "Restore")).hasCount(0);
    }

    /** Chooses from the list of what can be done with a revision. */
    private static void choose(Page page, String revision, String words) {
        button(page, "More for " + revision).click();
        page.locator(".menu:popover-open")
                .getByRole(AriaRole.BUTTON, inside(words))
                .click();
    }

    private static Locator version(Page page, String revision) {
        return page.locator(".revisions tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel("Choose " + revision, exactly())));
    }
}
