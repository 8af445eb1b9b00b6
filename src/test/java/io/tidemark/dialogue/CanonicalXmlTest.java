package io.tidemark.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalXmlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <D:a xmlns:D="DAV:"/> | <a xmlns="DAV:"></a>
                    <a> <b/> <c/> </a> | <a><b/><c/></a>
                    <a b="1" c="2"/> | <a c='2' b='1'/>
                    <a>&lt;</a> | <a><![CDATA[<]]></a>
                    <prop xmlns="DAV:"><b/><a/></prop> | <prop xmlns="DAV:"><a/><b/></prop>
                    """)
    void whatMeansTheSameIsTheSame(String one, String other) throws Exception {
        assertThat(CanonicalXml.lines(one)).isEqualTo(CanonicalXml.lines(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <a/> | <b/>
                    <a xmlns="DAV:"/> | <a/>
                    <a><b/><c/></a> | <a><c/><b/></a>
                    <a b="1"/> | <a b="2"/>
                    <a b="1"/> | <a/>
                    <a>x</a> | <a>y</a>
                    <a>x</a> | <a/>
                    <a>x<b/></a> | <a><b/>x</a>
                    <a><b/></a> | <a><b/><b/></a>
                    <a><b><c/></b></a> | <a><b/><c/></a>
                    """)
    void whatMeansSomethingElseIsNot(String one, String other) throws Exception {
        assertThat(CanonicalXml.lines(one)).isNotEqualTo(CanonicalXml.lines(other));
    }

    @Test
    void whatIsNotWellFormedIsAFailure() {
        assertThatThrownBy(() -> CanonicalXml.lines("<a>")).isInstanceOf(Exception.class);
    }
}
