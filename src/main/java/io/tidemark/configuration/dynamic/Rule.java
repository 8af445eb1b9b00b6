package io.tidemark.configuration.dynamic;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A selection rule, or a part of one: it is true of some revisions of some files. */
sealed interface Rule {

    /** True of every revision, or of none. */
    record Constant(boolean holds) implements Rule {}

    /** All parts are true. */
    record And(List<Rule> parts) implements Rule {}

    /** One of the parts is. */
    record Or(List<Rule> parts) implements Rule {}

    /** The part is not. */
    record Not(Rule part) implements Rule {}

    /** The file is at a path, in the collection there, or anywhere below it. */
    record Href(DavPath path, Depth depth) implements Rule {

        boolean holdsAt(DavPath file) {
            int below = file.segments().size() - path.segments().size();
            return file.isWithin(path)
                    && switch (depth) {
                        case ZERO -> below == 0;
                        case ONE -> below <= 1;
                        case INFINITY -> true;
                    };
        }

        /** Whether it holds at some paths below a collection, and whether it does not at some. */
        Outlook outlook(DavPath collection) {
            if (depth == Depth.INFINITY && collection.isWithin(path)) {
                return new Outlook(true, false);
            }
            boolean somewhere = path.isWithin(collection) && (depth != Depth.ZERO || !path.samePlace(collection));
            return new Outlook(somewhere, true);
        }
    }

    /** The revision has a label. */
    record Label(String label) implements Rule {}

    /** It is the newest of the primary branch. */
    record Tip() implements Rule {}

    /** It has a number. */
    record Numbered(int number) implements Rule {}

    /** It is one revision of one resource. */
    record Revision(UUID resource, int number) implements Rule {}

    /** It is on a branch. */
    record OnBranch(String branch) implements Rule {}

    /** It is the one that a workspace shows. */
    record InConfiguration(UUID configuration) implements Rule {}

    /** Whether a rule can be true of a revision, and whether it can be false. */
    record Outlook(boolean canHold, boolean canFail) {

        Outlook negated() {
            return new Outlook(/* canHold= */ canFail, /* canFail= */ canHold);
        }
    }

    /**
     * What is left of the rule at one file.
     *
     * @param decide decides the parts that are about the file, or about what a workspace shows of it; others stay as they are
     */
    default Rule at(Function<Rule, Rule> decide) {
        if (this instanceof And and) {
            List<Rule> left = new ArrayList<>();
            for (Rule part : and.parts()) {
                Rule rest = part.at(decide);
                if (!(rest instanceof Constant constant)) {
                    left.add(rest);
                } else if (!constant.holds()) {
                    return constant;
                }
            }
            return left.isEmpty() ? new Constant(true) : left.size() == 1 ? left.get(0) : new And(left);
        }
        if (this instanceof Or or) {
            // None holds: all fail. So one kind of list is enough.
            return new Not(new And(or.parts().stream().<Rule>map(Not::new).toList())).at(decide);
        }
        if (this instanceof Not not) {
            Rule rest = not.part().at(decide);
            if (rest instanceof Constant constant) {
                return new Constant(!constant.holds());
            }
            return rest instanceof Not twice ? twice.part() : new Not(rest);
        }
        return decide.apply(this);
    }

    /** Whether the rule can be true of files below a collection, and whether it can be false, as far as paths tell. */
    default Outlook below(DavPath collection) {
        if (this instanceof And and) {
            List<Outlook> parts =
                    and.parts().stream().map(part -> part.below(collection)).toList();
            return new Outlook(
                    parts.stream().allMatch(Outlook::canHold), parts.stream().anyMatch(Outlook::canFail));
        }
        if (this instanceof Or or) {
            List<Outlook> parts =
                    or.parts().stream().map(part -> part.below(collection)).toList();
            return new Outlook(
                    parts.stream().anyMatch(Outlook::canHold), parts.stream().allMatch(Outlook::canFail));
        }
        if (this instanceof Not not) {
            Outlook part = not.part().below(collection);
            return part.negated();
        }
        if (this instanceof Constant constant) {
            return new Outlook(constant.holds(), !constant.holds());
        }
        return this instanceof Href href ? href.outlook(collection) : new Outlook(true, true);
    }
}
