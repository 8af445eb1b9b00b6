package io.tidemark.property;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.Target;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all configurations show at one path, for {@code Configuration-Id: *} (protocol, section 5.3). The room that keeps
 * configurations plugs it in as a CDI bean.
 */
public interface ConfigurationViews {

    /** The header that names a configuration. */
    String HEADER = "Configuration-Id";

    /** Stands for all configurations. */
    String ALL = "*";

    /** Some of what is shown, and after which configuration there may be more; null for no more. */
    record Page(List<Target> targets, @Nullable UUID next) {}

    /** Whether configurations show what is at a path. */
    boolean areOf(DavPath path);

    /** What some configurations show at a path, each in its own tree: those after one, the first for null. */
    Page page(DavPath path, @Nullable UUID after);
}
