package io.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tidemark.harness.Dav;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What all tests of the page begin and end with: a browser, a folder of their own, and that the page has not complained. */
abstract class PageTest {
    static final Dav WRITER = Dav.as("writer");
    static final Dav ADMIN = Dav.as("admin");
    private static TestBrowser browser;

    final String name = "page-" + UUID.randomUUID();
    final String folder = "/files/" + name + '/';

    @BeforeAll
    static void start() {
        browser = TestBrowser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void make() {
        WRITER.request("MKCOL", folder).send().expect(201);
        browser.complaints().clear();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    static TestBrowser browser() {
        return browser;
    }

    /** A window in which somebody is signed in and looks at something on a screen. */
    static Page open(String user, String screen, String path) {
        return PageSteps.open(browser, user, screen, path);
    }
}
