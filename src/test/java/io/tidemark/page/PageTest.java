package io.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tidemark.harness.Dav;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What all tests of the page begin and end with: a browser, a folder of their own, and that the page has not complained. */
abstract class PageTest {
    static final Dav WRITER = Dav.as("writer");
    static final Dav ADMIN = Dav.as("admin");
    private static TestBrowser browser;

    final String name = "page-" + UUID.randomUUID();
    final String folder = "/files/" + name + '/';

    /** One browser serves all classes; JUnit closes it after the last. */
    @RegisterExtension
    static final BeforeAllCallback SHARED = context -> browser = context.getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(TestBrowser.class, key -> TestBrowser.start(), TestBrowser.class);

    @BeforeEach
    void make() {
        WRITER.request("MKCOL", folder).send().expect(201);
        browser.complaints().clear();
    }

    @AfterEach
    void nothingWentWrong() {
        try {
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.closeWindows();
        }
    }

    static TestBrowser browser() {
        return browser;
    }

    /** A window in which somebody is signed in and looks at something on a screen. */
    static Page open(String user, String screen, String path) {
        return PageSteps.open(browser, user, screen, path);
    }
}
