package io.tidemark.checkinset.property;

import io.tidemark.checkinset.CheckinSetRepository;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/** {@code DAV:checkinid}: the path of the checkin set in which the revision was made; empty for none. */
@ApplicationScoped
public class CheckinidProperty implements LiveProperty {

    private record Page(Map<RevisionKey, DavPath> sets) {}

    @Inject
    private CheckinSetRepository repository;

    @Inject
    private Targets targets;

    @Override
    public QName name() {
        return ConfigurationDraft.CHECKINID;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        DavPath set = context.shared(Page.class, this::read).sets().get(RevisionKey.of(target.mapped()));
        xml.element(name(), set == null || !targets.of(set).isMapped() ? "" : set.href());
    }

    private Page read(List<Target> page) {
        return new Page(repository.paths(page.stream()
                .filter(Target::isVersioned)
                .map(target -> RevisionKey.of(target.mapped()))
                .distinct()
                .toList()));
    }
}
