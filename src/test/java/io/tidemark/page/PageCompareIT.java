package io.tidemark.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tidemark.page.PageSteps.accessible;
import static io.tidemark.page.PageSteps.button;
import static io.tidemark.page.PageSteps.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs between versions, on the page. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageCompareIT extends PageTest {
    private static final String DIFFERENCES = """
            async () => {
              const {diff} = await import('/ui/assets/compare/diff.js');
              const letters = 'abcd';
              let seed = 1;
              const next = n => (seed = seed * 48271 % 2147483647) % n;
              const text = () => Array.from({length: next(14)}, () => letters[next(4)]);
              const shortest = (a, b) => {
                const table = [Array(b.length + 1).fill(0)];
                a.forEach((one, i) => {
                  table.push([0]);
                  b.forEach((other, j) => table[i + 1].push(
                    one === other ? table[i][j] + 1 : Math.max(table[i][j + 1], table[i + 1][j])));
                });
                return a.length + b.length - 2 * table[a.length][b.length];
              };
              const edits = (a, b, patience) => {
                let [i, j, count] = [0, 0, 0];
                for (const run of diff(a, b, patience)) {
                  for (let n = 0; n < run.count; n++) {
                    if (run.kind === 'same' && a[i] !== b[j]) return -1;
                    if (run.kind !== 'added') i++;
                    if (run.kind !== 'removed') j++;
                    if (run.kind !== 'same') count++;
                  }
                }
                return i === a.length && j === b.length ? count : -1;
              };
              for (let n = 0; n < 2000; n++) {
                const [a, b] = [text(), text()];
                if (edits(a, b) !== shortest(a, b) || edits(a, b, 2) < 0) return `${a} ${b}`;
              }
              const many = letter => Array.from({length: 20000}, (_, i) => letter + i);
              return edits(many('a'), many('b')) === 40000 ? '' : 'many';
            }""";

    private static final String LANES = """
            async () => {
              const {layOut} = await import('/ui/assets/history/lanes.js');
              return JSON.stringify(layOut([
                {id: 'V4', predecessors: ['V2', 'V3']},
                {id: 'V3', predecessors: ['V1']},
                {id: 'V2', predecessors: ['V1']},
                {id: 'V1', predecessors: []},
              ]));
            }""";

    private final String file = folder + "route.txt";

    @BeforeEach
    void version() {
        PageTexts.make(folder, file);
    }

    @Test
    void versionsAreComparedByKeyboard() {
        Page page = open("writer", "history", file);
        page.getByLabel("Choose V1").focus();
        page.keyboard().press("Space");
        page.getByLabel("Choose V2").focus();
        page.keyboard().press("Space");
        assertThat(page.getByText("Older: V1. Newer: V2.")).isVisible();
        button(page, "Compare the chosen two").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Lines: 1 went, 2 came.")).isVisible();
        assertThat(page.locator("del")).hasText("brown");
        assertThat(page.locator("ins")).hasText("red");
        assertThat(page.getByText("eight")).isVisible();
        assertThat(page.getByText("Version V1")).isVisible();
        page.goBack();
        assertThat(page.getByLabel("Choose V1")).isVisible();
    }

    @Test
    void foldersAndPicturesAreCompared() throws IOException {
        String picture = folder + "picture.png";
        WRITER.request("PUT", picture)
                .header("Content-Type", "image/png")
                .body(png(Color.RED))
                .send()
                .expect(201);
        WRITER.request("PUT", picture)
                .header("Content-Type", "image/png")
                .body(png(Color.BLUE))
                .send()
                .expect(204);
        Page page = open("writer", "compare", folder);
        page.getByLabel("From when").fill("2020-01-01T00:00:01");
        page.keyboard().press("Enter");
        assertThat(page.getByText("does not go back that far")).isVisible();
        page.navigate(Dav.url("/ui/changes" + folder));
        page.getByRole(AriaRole.LINK, named("Compare before and after: picture.png"))
                .click();
        assertThat(page.getByAltText("Older")).isVisible();
        assertThat(page.getByAltText("Older")).hasJSProperty("naturalWidth", 20);
        assertThat(page.getByAltText("Newer")).hasJSProperty("naturalWidth", 20);
        page.getByLabel("One over the other").check();
        page.getByLabel("Edge").focus();
        page.keyboard().press("Home");
        page.getByLabel("What differs").check();
        assertThat(page.locator(".images.difference")).isVisible();
        accessible(page);
    }

    @Test
    void whatDiffersAndWhereLanesRunIsReckonedRight() {
        Page page = open("writer", "history", file);
        assertThat(page.evaluate(DIFFERENCES)).isEqualTo("");
        assertThat(page.evaluate(LANES))
                .isEqualTo("{\"rows\":[{\"lane\":0,\"above\":[],\"below\":[[0,0],[0,1]]},"
                        + "{\"lane\":1,\"above\":[[0,0],[1,1]],\"below\":[[0,0],[1,1]]},"
                        + "{\"lane\":0,\"above\":[[1,1],[0,0]],\"below\":[[1,1],[0,0]]},"
                        + "{\"lane\":0,\"above\":[[0,0],[1,0]],\"below\":[]}],\"width\":2}");
    }

    @Test
    void officeDocumentsAreComparedByTheirText() throws IOException {
        String document = folder + "letter.docx";
        for (String words : new String[] {"brown", "red"}) {
            WRITER.request("PUT", document)
                    .header("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                    .body(document("The quick " + words + " fox jumps over the lazy dog"))
                    .send();
        }
        Page page = open("writer", "compare", document + "?from=revision:V1&to=revision:V2");
        assertThat(page.getByText("This is the text of both")).isVisible();
        assertThat(page.locator("del")).hasText("brown");
        assertThat(page.locator("ins")).hasText("red");
        accessible(page);
    }

    @Test
    void documentsOfPagesAreComparedPageByPage() {
        String document = folder + "plan.pdf";
        for (String words : new String[] {"brown", "red"}) {
            WRITER.request("PUT", document)
                    .header("Content-Type", "application/pdf")
                    .body(Pdf.of("The quick " + words + " fox", "The second page"))
                    .send();
        }
        Page page = open("writer", "compare", document + "?from=revision:V1&to=revision:V2");
        assertThat(page.getByText("Page 1 of 2")).isVisible();
        assertThat(page.locator("ins")).hasText("red");
        button(page, "Next page").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Page 2 of 2")).isVisible();
        assertThat(page.getByText("Lines: 0 went, 0 came.")).isVisible();
        accessible(page);
    }

    private static byte[] document(String words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>" + words
                            + "</w:t></w:r></w:p></w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] png(Color color) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(5, 5, color.getRGB());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
