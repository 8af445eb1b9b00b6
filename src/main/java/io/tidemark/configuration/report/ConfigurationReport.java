package io.tidemark.configuration.report;

import io.tidemark.configuration.property.ConfigurationProperty;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Count;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyRequest;
import io.tidemark.report.Report;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A report on a configuration whose items are other configurations. It is written while it is read. */
abstract class ConfigurationReport implements Report {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private Targets targets;

    @Inject
    private Properties properties;

    /** Takes items until there are enough. */
    interface Items {

        /** Adds a configuration; says whether more are wanted. */
        boolean add(UUID configuration);
    }

    /** Adds the configurations, nearest first. */
    abstract void list(UUID configuration, Items items);

    /**
     * Adds what a configuration is derived from, nearest first.
     *
     * @return whether more are wanted
     */
    final boolean derivation(UUID configuration, Items items) {
        Optional<UUID> parent = configurations.find(configuration).map(Configuration::parentId);
        while (parent.isPresent()) {
            if (!items.add(parent.get())) {
                return false;
            }
            parent = configurations.find(parent.get()).map(Configuration::parentId);
        }
        return true;
    }

    @Override
    public boolean isInPropfind() {
        return true;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return ConfigurationProperty.isConfiguration(target);
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        if (request.depth(Depth.ZERO) != Depth.ZERO) {
            throw DavException.badRequest("The report is about one configuration: its Depth is 0.");
        }
        int limit = body.attribute("limit").map(Count::limit).orElse(Integer.MAX_VALUE);
        PropertyRequest asked = body.child(Rfc4918.PROP)
                .map(PropertyRequest::prop)
                .orElseGet(() -> new PropertyRequest(PropertyRequest.Kind.PROP, Set.of()));
        boolean minimal = request.prefer().minimal();
        UUID about = ConfigurationPath.configuration(target.path()).orElseThrow();
        return MultistatusResponse.of(multistatus -> {
                    var answer = properties.answer(asked, minimal);
                    list(about, new Items() {
                        private int left = limit;

                        @Override
                        public boolean add(UUID configuration) {
                            Target item = targets.of(ConfigurationPath.of(configuration));
                            if (item.isMapped()) {
                                answer.write(item, properties.context(List.of(item)), multistatus);
                                left--;
                            }
                            return left > 0;
                        }
                    });
                })
                .header("Preference-Applied", minimal ? Prefer.MINIMAL : null)
                .build();
    }
}
