package io.tidemark.configuration.dynamic;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.SeenConfigurations;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads selection rules: as clients send them, with every mistake refused; and as they were stored. */
@ApplicationScoped
class RuleReader {

    /** More conditions than this are no rule that somebody keeps in mind. */
    private static final int MOST_CONDITIONS = 200;

    @Inject
    private OwnOrigins origins;

    @Inject
    private SeenConfigurations configurations;

    @Inject
    private Targets targets;

    /**
     * Reads what a client sets.
     *
     * @param value the property's element
     * @throws DavException 409 {@code sensible-selection-rule}
     */
    Rule read(XmlElement value, @Nullable String host) {
        return new Reading(host, true).rule(value);
    }

    /**
     * Reads what was stored. Configurations and resources that it names may be gone, and select nothing then; it is not asked
     * whether they are, so that the text alone says what the rule is.
     */
    Rule readStored(XmlElement value) {
        return new Reading(null, false).rule(value);
    }

    private static DavException senseless() {
        return DavException.of(409, Conditions.SENSIBLE_SELECTION_RULE);
    }

    /** One reading: it counts the conditions. */
    private final class Reading {

        private final @Nullable String host;
        private final boolean checking;
        private int conditions;

        Reading(@Nullable String host, boolean checking) {
            this.host = host;
            this.checking = checking;
        }

        Rule rule(XmlElement value) {
            List<XmlElement> children = value.children();
            boolean known = children.size() == 1
                    && (children.get(0).is(ConfigurationDraft.BASICRSR)
                            || children.get(0).is(ConfigurationDraft.BASICDYNAMICCONFIG));
            if (!known) {
                throw senseless();
            }
            return new Rule.And(parts(children.get(0)));
        }

        private List<Rule> parts(XmlElement group) {
            List<Rule> parts = group.children().stream().map(this::part).toList();
            if (parts.isEmpty()) {
                throw senseless();
            }
            return parts;
        }

        private Rule part(XmlElement element) {
            QName name = element.name();
            if (name.equals(ConfigurationDraft.AND)) {
                return new Rule.And(parts(element));
            }
            if (name.equals(ConfigurationDraft.OR)) {
                return new Rule.Or(parts(element));
            }
            if (name.equals(ConfigurationDraft.NOT)) {
                List<Rule> parts = parts(element);
                if (parts.size() > 1) {
                    throw senseless();
                }
                return new Rule.Not(parts.get(0));
            }
            conditions++;
            if (conditions > MOST_CONDITIONS) {
                throw senseless();
            }
            return condition(element, name);
        }

        private Rule condition(XmlElement element, QName name) {
            if (name.equals(Rfc4918.HREF)) {
                return href(element);
            }
            if (name.equals(ConfigurationDraft.LABEL)) {
                return new Rule.Label(text(element));
            }
            if (name.equals(ConfigurationDraft.TIP)) {
                return new Rule.Tip();
            }
            if (name.equals(VersioningDraft.REVISIONID)) {
                return revision(text(element));
            }
            if (name.equals(VersioningDraft.BRANCHID)) {
                return new Rule.OnBranch(text(element));
            }
            if (name.equals(ConfigurationDraft.CONFIGURATIONID)) {
                return configuration(element.child(Rfc4918.HREF).map(this::text).orElseGet(() -> text(element)));
            }
            throw senseless();
        }

        private String text(XmlElement element) {
            String text = element.text();
            if (text.isEmpty() && element.children().isEmpty()) {
                throw senseless();
            }
            return text;
        }

        private Rule href(XmlElement element) {
            DavPath path = path(element.text());
            if (!path.subtree().equals(FilesSubtree.NAME)) {
                throw senseless();
            }
            Depth depth = element.child(ConfigurationDraft.DEPTH)
                    .map(child -> switch (child.text()) {
                        case "0" -> Depth.ZERO;
                        case "1" -> Depth.ONE;
                        case "infinity", "infinite" -> Depth.INFINITY;
                        default -> throw senseless();
                    })
                    .orElse(Depth.ZERO);
            return new Rule.Href(path.asCollection(false), depth);
        }

        private Rule revision(String id) {
            OptionalInt number = RevisionId.number(id);
            if (number.isPresent()) {
                return new Rule.Numbered(number.getAsInt());
            }
            DavPath path = path(id);
            if (!path.subtree().equals(RevisionsSubtree.NAME)) {
                throw senseless();
            }
            if (checking && !(targets.of(path) instanceof FilesTarget revision && revision.isMapped())) {
                throw senseless();
            }
            return RevisionsSubtree.revision(path)
                    .<Rule>map(named -> new Rule.Revision(named.resource(), named.number()))
                    .orElseGet(() -> unless(checking));
        }

        private Rule configuration(String url) {
            Optional<UUID> named = ConfigurationPath.configuration(path(url));
            if (checking
                    && named.flatMap(configurations::find)
                            .filter(Configuration::isWorkspace)
                            .isEmpty()) {
                throw senseless();
            }
            return named.<Rule>map(Rule.InConfiguration::new).orElseGet(() -> unless(checking));
        }

        private static Rule unless(boolean refused) {
            if (refused) {
                throw senseless();
            }
            return new Rule.Constant(false);
        }

        private DavPath path(String url) {
            try {
                Optional<DavPath> path =
                        checking ? origins.path(url, host) : Optional.of(DavPath.parse(withoutOrigin(url)));
                return path.orElseThrow(RuleReader::senseless);
            } catch (DavException e) {
                throw e.status() == 409 ? e : senseless();
            }
        }

        private static String withoutOrigin(String url) {
            int scheme = url.indexOf("://");
            return scheme < 0 ? url : url.substring(Math.max(url.indexOf('/', scheme + 3), 0));
        }
    }
}
