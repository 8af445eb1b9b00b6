package io.tidemark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version this is, as Maven has written it into the application. */
@ApplicationScoped
class ServerVersion {

    private static final String POM = "/META-INF/maven/io.tidemark/tidemark/pom.properties";

    @Inject
    private ServletContext context;

    /** Its number; empty for an application that another tool has packed. */
    String number() {
        try (InputStream in = context.getResourceAsStream(POM)) {
            Properties pom = new Properties();
            if (in != null) {
                pom.load(in);
            }
            return pom.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
