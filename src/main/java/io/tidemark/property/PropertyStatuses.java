package io.tidemark.property;

import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.MultistatusWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** How an update of properties went: all of it, or for each that was refused why, and for the others that they depended. */
public final class PropertyStatuses {

    /** A status and the condition that explains it. */
    private record Outcome(int status, @Nullable Condition condition) {}

    private final String href;
    private final Set<QName> names = new LinkedHashSet<>();
    private final Map<QName, Outcome> refused = new LinkedHashMap<>();

    PropertyStatuses(String href) {
        this.href = href;
    }

    void accept(QName name) {
        names.add(name);
    }

    void refuse(QName name, DavException refusal) {
        names.add(name);
        refused.put(name, new Outcome(refusal.status(), refusal.condition()));
    }

    /** Whether every instruction was carried out; else none was. */
    public boolean allSucceeded() {
        return refused.isEmpty();
    }

    /** Writes the response element. */
    public void writeTo(MultistatusWriter multistatus) {
        multistatus.response(href, () -> writePropstats(multistatus));
    }

    /** Writes the {@code propstat} elements alone. */
    public void writePropstats(MultistatusWriter multistatus) {
        Map<Outcome, List<QName>> byOutcome = new LinkedHashMap<>();
        for (QName name : names) {
            Outcome outcome = refused.getOrDefault(name, new Outcome(refused.isEmpty() ? 200 : 424, null));
            byOutcome.computeIfAbsent(outcome, key -> new ArrayList<>()).add(name);
        }
        byOutcome.forEach((outcome, group) -> multistatus.propstat(outcome.status(), group, outcome.condition()));
    }
}
