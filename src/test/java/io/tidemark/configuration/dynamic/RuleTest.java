package io.tidemark.configuration.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.configuration.dynamic.Rule.Outlook;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Rule BETA = new Rule.Label("Beta1");
    private static final DavPath SITE = path("/files/site");

    private static DavPath path(String path) {
        return DavPath.parse(path);
    }

    private static Rule at(String file, Rule rule) {
        return rule.at(part -> part instanceof Rule.Href href ? new Rule.Constant(href.holdsAt(path(file))) : part);
    }

    private static Rule.Href below(Depth depth) {
        return new Rule.Href(SITE, depth);
    }

    @Test
    void whatPathsDecideGoesOutOfTheRule() {
        Rule rule = new Rule.And(List.of(below(Depth.INFINITY), BETA));
        assertThat(at("/files/site/a/b", rule)).isEqualTo(BETA);
        assertThat(at("/files/other/b", rule)).isEqualTo(new Rule.Constant(false));
        assertThat(at("/files/site/a", new Rule.Not(rule))).isEqualTo(new Rule.Not(BETA));
        assertThat(at("/files/x", new Rule.Not(rule))).isEqualTo(new Rule.Constant(true));
    }

    @Test
    void oneOfSeveralIsEnoughForOr() {
        Rule rule = new Rule.Or(List.of(below(Depth.ONE), BETA, new Rule.Tip()));
        assertThat(at("/files/site/a", rule)).isEqualTo(new Rule.Constant(true));
        assertThat(at("/files/a", new Rule.Or(List.of(below(Depth.ONE), BETA)))).isEqualTo(BETA);
        assertThat(at("/files/a", new Rule.Or(List.of(below(Depth.ONE))))).isEqualTo(new Rule.Constant(false));
    }

    @Test
    void depthSaysHowFarAPathReaches() {
        assertThat(below(Depth.ZERO).holdsAt(path("/files/site"))).isTrue();
        assertThat(below(Depth.ZERO).holdsAt(path("/files/site/a"))).isFalse();
        assertThat(below(Depth.ONE).holdsAt(path("/files/site/a"))).isTrue();
        assertThat(below(Depth.ONE).holdsAt(path("/files/site/a/b"))).isFalse();
        assertThat(below(Depth.INFINITY).holdsAt(path("/files/site/a/b"))).isTrue();
        assertThat(below(Depth.INFINITY).holdsAt(path("/files/sites"))).isFalse();
    }

    @Test
    void collectionsOnTheWayAreThoseBelowWhichSomethingMayBe() {
        assertThat(below(Depth.INFINITY).below(path("/files/site/a"))).isEqualTo(new Outlook(true, false));
        assertThat(below(Depth.INFINITY).below(path("/files"))).isEqualTo(new Outlook(true, true));
        assertThat(below(Depth.INFINITY).below(path("/files/other"))).isEqualTo(new Outlook(false, true));
        assertThat(below(Depth.ONE).below(SITE)).isEqualTo(new Outlook(true, true));
        assertThat(below(Depth.ONE).below(path("/files/site/a"))).isEqualTo(new Outlook(false, true));
        assertThat(below(Depth.ZERO).below(path("/files"))).isEqualTo(new Outlook(true, true));
        assertThat(below(Depth.ZERO).below(SITE)).isEqualTo(new Outlook(false, true));
        assertThat(new Rule.Not(below(Depth.INFINITY)).below(path("/files/site/a")))
                .isEqualTo(new Outlook(false, true));
        assertThat(new Rule.And(List.of(BETA, below(Depth.ZERO))).below(SITE).canHold())
                .isFalse();
        assertThat(new Rule.Or(List.of(BETA, below(Depth.ZERO))).below(SITE).canHold())
                .isTrue();
    }
}
