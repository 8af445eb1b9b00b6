package io.tidemark.report;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import javax.xml.namespace.QName;

/** {@code DAV:availablereports}: the reports that PROPFIND can be asked for (protocol, section 4.8). */
@ApplicationScoped
public class AvailablereportsProperty implements LiveProperty {

    /** Reports carry properties, this one among them. */
    @Inject
    private Provider<ReportRegistry> reports;

    @Override
    public QName name() {
        return VersioningDraft.AVAILABLEREPORTS;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return !available(target).isEmpty();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        available(target).forEach(report -> xml.element(VersioningDraft.REPORT, text(report.name())));
        xml.end();
    }

    private List<Report> available(Target target) {
        return reports.get().all().stream()
                .filter(report -> report.isInPropfind() && report.isSupportedOn(target))
                .toList();
    }

    /** The draft writes the namespace and the name in one. */
    private static String text(QName report) {
        return report.getNamespaceURI() + report.getLocalPart();
    }
}
