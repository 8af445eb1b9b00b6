package io.tidemark.app;

import io.tidemark.property.PropertyRegistry;
import io.tidemark.report.ReportRegistry;
import io.tidemark.target.Methods;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Makes the registries at the start: two classes that claim one name fail the deployment, not a request. */
@Singleton
@Startup
public class StartChecks {

    private static final Logger LOG = Logger.getLogger(StartChecks.class);

    @Inject
    private Methods methods;

    @Inject
    private PropertyRegistry properties;

    @Inject
    private ReportRegistry reports;

    @PostConstruct
    void check() {
        LOG.infof(
                "%d methods, %d live properties, %d reports",
                methods.all().size(), properties.all().size(), reports.all().size());
    }
}
