package io.tidemark.embedded;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A setting of the embedded database: a system property, or else a variable of the environment, as WildFly reads its own. */
final class Setting {

    private Setting() {}

    static long bytes(String name, long otherwise) {
        String given = given(name);
        return given == null ? otherwise : Long.parseLong(given.strip());
    }

    static boolean on(String name) {
        return Boolean.parseBoolean(given(name));
    }

    private static @Nullable String given(String name) {
        String property = System.getProperty(name);
        return property != null
                ? property
                : System.getenv(name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
