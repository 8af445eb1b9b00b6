package io.tidemark.report;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import javax.xml.namespace.QName;

/** {@code DAV:supported-report-set} (RFC 3253, section 3.1.5). */
@ApplicationScoped
public class SupportedReportSetProperty implements LiveProperty {

    /** Reports carry properties, this one among them. */
    @Inject
    private Provider<ReportRegistry> reports;

    @Override
    public QName name() {
        return Rfc3253.SUPPORTED_REPORT_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        reports.get().all().stream()
                .filter(report -> report.isSupportedOn(target))
                .forEach(report -> xml.start(Rfc3253.SUPPORTED_REPORT)
                        .start(Rfc3253.REPORT)
                        .empty(report.name())
                        .end()
                        .end());
        xml.end();
    }
}
