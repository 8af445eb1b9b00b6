package io.tidemark.kernel.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import io.tidemark.kernel.http.IfHeader.Condition;
import io.tidemark.kernel.http.IfHeader.ConditionList;
import io.tidemark.kernel.http.IfHeader.StateToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of RFC 4918, section 10.4.2, and the examples of the sections that follow it. */
class IfHeaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    (<urn:a>) => {this: token urn:a}
                    (["x"]) => {this: tag "x"}
                    ([W/"x"]) => {this: tag W/"x"}
                    ([""]) => {this: tag ""}
                    (Not <urn:a>) => {this: not token urn:a}
                    (Not ["x"]) => {this: not tag "x"}
                    (Not<urn:a>) => {this: not token urn:a}
                    (not <urn:a>) => {this: not token urn:a}
                    (NOT <urn:a>) => {this: not token urn:a}
                    (<urn:a> ["x"]) => {this: token urn:a, tag "x"}
                    (<urn:a>["x"]) => {this: token urn:a, tag "x"}
                    ( <urn:a>  ["x"] ) => {this: token urn:a, tag "x"}
                    (<urn:a> <urn:b>) => {this: token urn:a, token urn:b}
                    (<urn:a> Not <urn:b> Not ["x"]) => {this: token urn:a, not token urn:b, not tag "x"}
                    (<urn:a>) (<urn:b>) => {this: token urn:a} {this: token urn:b}
                    (<urn:a>)(<urn:b>) => {this: token urn:a} {this: token urn:b}
                    (<urn:a> ["x"]) (["y"]) => {this: token urn:a, tag "x"} {this: tag "y"}
                    </r> (<urn:a>) => {/r: token urn:a}
                    </r>(<urn:a>) => {/r: token urn:a}
                    <http://h/r> (<urn:a>) (["x"]) => {http://h/r: token urn:a} {http://h/r: tag "x"}
                    </r> (<urn:a>) </s> (["x"]) => {/r: token urn:a} {/s: tag "x"}
                    </r> (<urn:a> ["x"]) (["y"]) </s> (Not <urn:b>) => {/r: token urn:a, tag "x"} {/r: tag "y"} {/s: not token urn:b}
                    </r>(<urn:a>)</s>(<urn:b>) => {/r: token urn:a} {/s: token urn:b}
                    (<DAV:no-lock>) => {this: token DAV:no-lock}
                    (Not <DAV:no-lock>) => {this: not token DAV:no-lock}
                    (["a)b(c"]) => {this: tag "a)b(c"}
                    (["a]b"]) => {this: tag "a]b"}
                    (["<a>"]) => {this: tag "<a>"}
                    (["a b"]) => {this: tag "a b"}
                    (<urn:tidemark:sync:x:y:1:z>) => {this: token urn:tidemark:sync:x:y:1:z}
                    """)
    void isReadAsTheGrammarHasIt(String header, String meaning) {
        assertThat(describe(IfHeader.parse(header).orElseThrow())).isEqualTo(meaning);
    }

    @Test
    void whiteSpaceAroundItDoesNotMatter() {
        assertThat(describe(IfHeader.parse(" \t(<urn:a>)\t ").orElseThrow())).isEqualTo("{this: token urn:a}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "()",
                "( )",
                "(",
                ")",
                "(<urn:a>",
                "(<urn:a",
                "<urn:a>)",
                "<urn:a>",
                "<>(<urn:a>)",
                "</r>",
                "</r> ",
                "</r> </s> (<urn:a>)",
                "</r> (<urn:a>) </s>",
                "</r> ()",
                "</r (<urn:a>)",
                "(<urn:a>) </r> (<urn:b>)",
                "(<urn:a>) x",
                "x (<urn:a>)",
                "(urn:a)",
                "(\"x\")",
                "([x])",
                "([\"x)",
                "([\"x\")",
                "([\"x])",
                "([*])",
                "([])",
                "([ \"x\"])",
                "([\"x\" \"y\"])",
                "([w/\"x\"])",
                "(Not)",
                "(Not Not <urn:a>)",
                "(Nothing <urn:a>)",
                "(Not urn:a)",
                "((<urn:a>))",
                "(<urn:a>))",
                "(<urn:a>), (<urn:b>)",
                "(<urn:a>, <urn:b>)",
                "(<>)",
                "*",
            })
    void whatTheGrammarDoesNotHaveIsRefused(String header) {
        Refusal.expect(400, () -> IfHeader.parse(header));
    }

    @Test
    void anAbsentHeaderAsksForNothing() {
        assertThat(IfHeader.parse(null)).isEmpty();
    }

    @Test
    void everyTokenThatIsNamedIsSubmittedOnceNegatedOrNot() {
        var header = IfHeader.parse("</r> (<urn:a> [\"x\"]) (Not <urn:b>) </s> (<urn:a> <DAV:no-lock>)");
        assertThat(header.orElseThrow().submittedTokens()).containsExactly("urn:a", "urn:b", "DAV:no-lock");
    }

    @Test
    void aLongHeaderIsReadInOneGo() {
        var header = IfHeader.parse("(<urn:a>)".repeat(20_000));
        assertThat(header.orElseThrow().lists()).hasSize(20_000);
    }

    private static String describe(IfHeader header) {
        return header.lists().stream().map(IfHeaderTest::describe).collect(joining(" "));
    }

    private static String describe(ConditionList list) {
        return list.conditions().stream()
                .map(IfHeaderTest::describe)
                .collect(joining(", ", "{" + (list.resource() == null ? "this" : list.resource()) + ": ", "}"));
    }

    private static String describe(Condition condition) {
        var subject = condition.subject() instanceof StateToken token
                ? "token " + token.uri()
                : "tag " + ((IfHeader.Tag) condition.subject()).value();
        return (condition.negated() ? "not " : "") + subject;
    }
}
