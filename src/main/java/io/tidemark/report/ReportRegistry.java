package io.tidemark.report;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/** The reports that the rooms provide. */
@ApplicationScoped
public class ReportRegistry {

    private final Map<QName, Report> byName = new LinkedHashMap<>();

    /**
     * Works with every report that a room provides.
     *
     * @throws IllegalStateException when two have the same name
     */
    @Inject
    public ReportRegistry(@Any Instance<Report> reports) {
        reports.stream()
                .sorted(Comparator.comparing(report -> report.name().toString()))
                .forEach(report -> {
                    if (byName.put(report.name(), report) != null) {
                        throw new IllegalStateException("Two classes are the report " + report.name() + '.');
                    }
                });
    }

    /** For the container's proxies. */
    protected ReportRegistry() {}

    /** The report of that name. */
    public Optional<Report> find(QName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Answers the report that an element asks for.
     *
     * @throws DavException 403 {@code supported-report} when the target does not support it
     */
    Response answer(XmlElement body, Target target, DavRequest request) {
        return find(body.name())
                .filter(known -> known.isSupportedOn(target))
                .orElseThrow(() -> DavException.of(403, Conditions.SUPPORTED_REPORT))
                .answer(target, body, request);
    }

    /** Every report, in the order of names. */
    public Collection<Report> all() {
        return byName.values();
    }
}
