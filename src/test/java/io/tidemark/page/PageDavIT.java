package io.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The module of the page that speaks WebDAV, asked in a browser. */
@ArquillianTest
@RunAsClient
@DatabaseIndependent
class PageDavIT extends PageTest {
    @Test
    void theModuleThatSpeaksWebdavAnswersPlainObjects() {
        WRITER.request("VERSION", folder).send().expect(200);
        WRITER.put(folder + "a.txt", "one").send().expect(201);
        WRITER.put(folder + "a.txt", "two").send().expect(204);
        Page page = open("writer", "folder", folder);
        assertThat(page.evaluate("""
                async folder => {
                  const history = await import('/ui/assets/dav/history.js');
                  const {changes} = await history.changes(folder, {limit: 2});
                  const {differences} = await history.compare(folder, {
                    from: {change: changes[1].id}, to: {now: true}});
                  const preview = await history.undo(folder, changes[0].id, {preview: true});
                  await history.restoreFile(folder + 'a.txt', 'V1');
                  const {revisions: newest} = await import('/ui/assets/dav/revisions.js');
                  const revisions = await newest(folder + 'a.txt', {limit: 10});
                  return [
                    changes.map(({author, items: [item]}) => [author, item.href, ...item.what].join(' ')).join('; '),
                    differences.map(({href, difference, old}) => [href, difference, old.revision].join(' ')).join('; '),
                    preview.modified,
                    revisions.map(({revision, author, size}) => [revision, author, size].join(' ')).join('; '),
                  ].join('\\n').replaceAll(folder, '/');
                }""", folder)).isEqualTo("""
                        writer /a.txt modified; writer /a.txt created
                        /a.txt modified V1
                        1
                        V1 writer 3; V2 writer 3; V3 writer 3""");
    }

    @Test
    void everyLanguageSaysEverything() {
        Page page = open("writer", "folder", folder);
        assertThat(page.evaluate("""
                async () => {
                  const [en, de] = await Promise.all(['en', 'de'].map(async one => (await import(`/ui/assets/texts/${one}.js`)).default));
                  const places = entry => [...new Set(JSON.stringify(entry).match(/{\\w+}/g) ?? [])].sort().join();
                  return [...new Set([...Object.keys(en), ...Object.keys(de)])]
                    .filter(key => !en[key] || !de[key] || places(en[key]) !== places(de[key])).join();
                }""")).isEqualTo("");
    }

    /** As {@code FindQueryTest} does of the command line. */
    @Test
    void whatIsTypedMeansWhatTheTableSays() throws IOException {
        Page page = browser().window(new Browser.NewContextOptions().setTimezoneId("UTC"));
        page.navigate(Dav.url("/ui/"));
        page.getByLabel("User name").waitFor();
        for (String line : Files.readAllLines(Path.of("src/test/resources/find/queries.tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            assertThat(page.evaluate(
                            "async text => { const {condition} = await import('/ui/assets/dav/query.js');"
                                    + " try { return condition(text); } catch (e) { return e.condition === 'query' ? '-' : e; } }",
                            row[0]))
                    .isEqualTo(row[1]);
        }
    }
}
