package io.tidemark.configuration.dynamic;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Branch;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the revisions that what is left of a rule is true of: of each resource, the newest. */
@ApplicationScoped
class SelectionRepository {

    private static final String SELECT = "select " + ResourceView.COLUMNS + " from resource r join revision v"
            + " on v.resource_id = r.id and v.number = (select x.number from revision x where x.resource_id = r.id"
            + " and x.number > 0 and %s order by x.resource_id desc, x.number desc fetch first 1 rows only)"
            + " where r.versioned and not r.collection and r.id = any(?)";
    private static final String LABEL = "x.number = coalesce((select l.number from revision_label l"
            + " where l.resource_id = r.id and l.label = ?), -1)";
    private static final String BRANCH = "x.branch_number = coalesce((select b.number from branch b"
            + " where b.resource_id = r.id and b.id = ?), -1)";

    @Inject
    private Sql sql;

    /**
     * The resources of which a rule is true, each as the newest such revision shows it.
     *
     * @param rule without any part about paths and configurations
     */
    Map<UUID, ResourceView> select(Rule rule, List<UUID> resources) {
        Map<UUID, ResourceView> selected = new HashMap<>();
        List<Object> parameters = new ArrayList<>();
        String condition = condition(rule, parameters);
        parameters.add(resources);
        sql.list(SELECT.formatted(condition), row -> ResourceView.existing(row, 1), parameters.toArray())
                .forEach(view -> selected.put(view.id(), view));
        return selected;
    }

    private static String condition(Rule rule, List<Object> parameters) {
        if (rule instanceof Rule.And and) {
            return join(and.parts(), " and ", parameters);
        }
        if (rule instanceof Rule.Or or) {
            return join(or.parts(), " or ", parameters);
        }
        if (rule instanceof Rule.Not not) {
            return "not " + condition(not.part(), parameters);
        }
        if (rule instanceof Rule.Constant constant) {
            return constant.holds() ? "(1 = 1)" : "(1 = 0)";
        }
        if (rule instanceof Rule.Label label) {
            parameters.add(label.label());
            return '(' + LABEL + ')';
        }
        if (rule instanceof Rule.OnBranch on && !on.branch().equals(Branch.PRIMARY)) {
            parameters.add(on.branch());
            return '(' + BRANCH + ')';
        }
        if (rule instanceof Rule.OnBranch) {
            return "(x.branch_number = 0)";
        }
        if (rule instanceof Rule.Tip) {
            return "(x.number = r.tip_number)";
        }
        if (rule instanceof Rule.Numbered numbered) {
            parameters.add(numbered.number());
            return "(x.number = ?)";
        }
        if (rule instanceof Rule.Revision revision) {
            parameters.add(revision.resource());
            parameters.add(revision.number());
            return "(r.id = ? and x.number = ?)";
        }
        throw new IllegalArgumentException("It is not about revisions alone.");
    }

    private static String join(List<Rule> parts, String word, List<Object> parameters) {
        return parts.stream().map(part -> condition(part, parameters)).collect(Collectors.joining(word, "(", ")"));
    }
}
