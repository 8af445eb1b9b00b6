package io.tidemark.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium, and all that its pages complain about. Each window has cookies of its own. */
public final class TestBrowser implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final double PATIENCE_MILLIS = 15_000;

    private final Playwright playwright;
    private final Browser browser;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    private TestBrowser(Path chromium) {
        // What it would download is not what is tested, and is a hundred megabytes.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** Starts it; where there is none, the test is skipped, and says so. */
    public static TestBrowser start() {
        String named = System.getProperty("it.chromium");
        List<Path> found = (named == null ? PLACES.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .toList();
        Assumptions.assumeFalse(
                found.isEmpty(),
                "THE PAGE WAS NOT TESTED: no Chromium in " + PLACES + "; install one, or name it by -Dit.chromium=");
        return new TestBrowser(found.get(0));
    }

    /** A new window that nobody is signed in in. */
    public Page window() {
        return window(new Browser.NewContextOptions());
    }

    /** A new window as the options say: another language, another size. */
    public Page window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Trusted")) {
                complaints.add(message.text() + message.location());
            }
        });
        return page;
    }

    /** Closes all windows: those that are left open would go on asking for news. */
    public void closeWindows() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    /** Failures of scripts, and what the page's own policy has refused. */
    public Queue<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
