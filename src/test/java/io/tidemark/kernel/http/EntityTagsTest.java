package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    private static final EntityTag STRONG_A = new EntityTag(false, "a");
    private static final EntityTag WEAK_A = new EntityTag(true, "a");
    private static final EntityTag STRONG_B = new EntityTag(false, "b");

    @Test
    void listsAreReadInOrder() {
        assertThat(parse("\"a\", W/\"a\",\"b\"").tags()).containsExactly(STRONG_A, WEAK_A, STRONG_B);
    }

    @Test
    void aCommaInsideATagDoesNotEndIt() {
        assertThat(parse("\"a,b\", \"b\"").tags()).containsExactly(new EntityTag(false, "a,b"), STRONG_B);
    }

    @Test
    void emptyElementsOfAListAreSkipped() {
        assertThat(parse(", \"a\",, \"b\" ,").tags()).containsExactly(STRONG_A, STRONG_B);
    }

    @Test
    void aStarStandsForAll() {
        assertThat(parse(" * ").any()).isTrue();
        assertThat(parse("*").matchStrongly(STRONG_A)).isTrue();
        assertThat(parse("*").matchWeakly(WEAK_A)).isTrue();
    }

    @Test
    void aTagMayBeEmpty() {
        assertThat(parse("\"\"").tags()).containsExactly(new EntityTag(false, ""));
    }

    @Test
    void anAbsentHeaderIsNone() {
        assertThat(EntityTags.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "a",
                "\"a",
                "a\"",
                "'a'",
                "*, \"a\"",
                "\"a\" \"b\"",
                "\"a\", b",
                "W\"a\"",
                "w/\"a\"",
                "**"
            })
    void anythingElseIsRefused(String header) {
        Refusal.expect(400, () -> EntityTags.parse(header));
    }

    @Test
    void weakTagsMatchOnlyWeakly() {
        assertThat(parse("\"a\"").matchStrongly(STRONG_A)).isTrue();
        assertThat(parse("\"a\"").matchStrongly(WEAK_A)).isFalse();
        assertThat(parse("W/\"a\"").matchStrongly(STRONG_A)).isFalse();
        assertThat(parse("W/\"a\"").matchStrongly(WEAK_A)).isFalse();
        assertThat(parse("W/\"a\"").matchWeakly(STRONG_A)).isTrue();
        assertThat(parse("\"b\"").matchWeakly(STRONG_A)).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(STRONG_A).hasToString("\"a\"");
        assertThat(WEAK_A).hasToString("W/\"a\"");
    }

    private static EntityTags parse(String header) {
        return EntityTags.parse(header).orElseThrow();
    }
}
