package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.file;
import static io.tidemark.page.PageSteps.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import io.tidemark.harness.DatabaseIndependent;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Uploads on the page: what could not be stored says why. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageUploadIT extends PageTest {
    private static final int THOUSAND = 1_000;
    private static final List<Integer> TAKEN = List.of(7, 500, 999);

    @Test
    void filesAreUploadedAndEachThatFailsSaysWhy() {
        WRITER.put(folder + "taken.txt", "old").send().expect(201);
        Page page = open("writer", "folder", folder);
        page.getByLabel("Upload files").setInputFiles(new FilePayload[] {file("new.txt"), file("taken.txt")});
        assertThat(row(page, "new.txt")).isVisible();
        assertThat(page.getByText("taken.txt Something of that name is there already."))
                .isVisible();
        assertThat(WRITER.get(folder + "taken.txt").send().text()).isEqualTo("old");
        button(page, "Replace: taken.txt").click();
        assertThat(page.getByText("2 uploaded")).isVisible();
        assertThat(WRITER.get(folder + "taken.txt").send().text()).isEqualTo("content of taken.txt");
    }

    @Test
    void aThousandFilesAreUploadedOfWhichThreeAreRefused() {
        for (int i : TAKEN) {
            WRITER.put(folder + "file%20" + i + ".txt", "old").send().expect(201);
        }
        FilePayload[] files = IntStream.range(0, THOUSAND)
                .mapToObj(i -> file("file " + i + ".txt"))
                .toArray(FilePayload[]::new);
        Page page = open("writer", "folder", folder);
        page.getByLabel("Upload files").setInputFiles(files);
        assertThat(page.getByText("997 uploaded")).isVisible(new IsVisibleOptions().setTimeout(120_000));
        assertThat(page.getByText("3 failed")).isVisible();
        for (int i : TAKEN) {
            assertThat(page.getByText("file " + i + ".txt Something of that name is there already."))
                    .isVisible();
        }
        assertThat(page.getByText("1,000 entries")).isVisible();
    }

    @Test
    void wholeFoldersAreDropped() {
        Page page = open("writer", "folder", folder);
        JSHandle dropped = page.evaluateHandle("""
                () => {
                  const file = (name, text) => ({isFile: true, name, file: done => done(new File([text], name))});
                  const inner = {isFile: false, name: 'inner', createReader: () => {
                    let pages = [[file('deep.txt', 'deep')], []];
                    return {readEntries: done => done(pages.shift())};
                  }};
                  const transfer = {types: ['Files'], items: [inner, file('top.txt', 'top')]
                    .map(entry => ({webkitGetAsEntry: () => entry}))};
                  const event = new Event('drop', {bubbles: true, cancelable: true});
                  Object.defineProperty(event, 'dataTransfer', {value: transfer});
                  return event;
                }""");
        page.locator(".drop").evaluate("(place, event) => place.dispatchEvent(event)", dropped);
        assertThat(page.getByText("2 uploaded")).isVisible();
        assertThat(WRITER.get(folder + "inner/deep.txt").send().text()).isEqualTo("deep");
        assertThat(WRITER.get(folder + "top.txt").send().text()).isEqualTo("top");
    }
}
