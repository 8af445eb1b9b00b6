package io.tidemark.kernel.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A selection of what is not well formed, one document for each rule. The W3C's whole suite is read by {@code
 * scripts/interop/xml-conformance}.
 */
class NotWellFormedTest {
    private final XmlReader reader = new XmlReader(1 << 20, 100, 10_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a",
                "<a/",
                "< a/>",
                "<a></ a>",
                "<a></a",
                "<a></A>",
                "<a><b></a></b>",
                "<1a/>",
                "<-a/>",
                "<.a/>",
                "<a$/>",
                "<a b/>",
                "<a b='/>",
                "<a b='1\"/>",
                "<a b='1'c='2'/>",
                "<a b='<'/>",
                "<a b='&'/>",
                "<a b='&lt'/>",
                "<a 1='1'/>",
                "<a b = '1' b = '1'/>",
                "<a>&</a>",
                "<a>&amp</a>",
                "<a>& amp;</a>",
                "<a>&#;</a>",
                "<a>&#x;</a>",
                "<a>&#xG;</a>",
                "<a>&#X41;</a>",
                "<a>&#55296;</a>",
                "<a>&#xFFFE;</a>",
                "<a>&#x110000;</a>",
                "<a>&#99999999999999999999;</a>",
                "<a>\uFFFF</a>",
                "<a>\u001F</a>",
                "<a b='\u0008'/>",
                "<a>]]></a>",
                "<a><![cdata[x]]></a>",
                "<a><![CDATA [x]]></a>",
                "<a><![CDATA[x]]</a>",
                "<![CDATA[x]]><a/>",
                "<a/><![CDATA[x]]>",
                "<a><!-- --- --></a>",
                "<a><!--x--y--></a>",
                "<a><!-- </a>",
                "<!- x --><a/>",
                "<a><??></a>",
                "<a><? x?></a>",
                "<a><?x></a>",
                "<a><?xml version='1.0'?></a>",
                "<a><?XmL x?></a>",
                "<?a:b x?><a/>",
                "<a><?a:b x?></a>",
                "<a/><?a:b x?>",
                "x<a/>",
                " <?xml version='1.0'?><a/>",
                "<?xml?><a/>",
                "<?xml encoding='UTF-8'?><a/>",
                "<?xml version='1.0' encoding=''?><a/>",
                "<?xml version='1.0' encoding='UTF-8\"?><a/>",
                "<?xml version='1.0' standalone='maybe'?><a/>",
                "<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>",
                "<?xml version='2.0'?><a/>",
                "<?xml version='1.1'?><a/>",
                "<?xml version='1.1'?><a>&#1;</a>",
                "<?xml version='1.0' version='1.0'?><a/>",
                "<?xml version='1.0'><a/>",
                "<!ELEMENT a ANY><a/>",
                "<:a/>",
                "<a:/>",
                "<a:b:c xmlns:a='urn:a'/>",
                "<a :b='1'/>",
                "<a xmlns:b='urn:b' b:c:d='1'/>",
                "<a xmlns:b='urn:b' b:='1'/>",
                "<a xmlns:xml='urn:x'/>",
                "<a xmlns:xmlns='urn:x'/>",
                "<a xmlns:b='http://www.w3.org/XML/1998/namespace'/>",
                "<a xmlns:b='http://www.w3.org/2000/xmlns/'/>",
                "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
                "<a><b xmlns:p='urn:p'/><p:c/></a>",
            })
    void isRefused(String xml) {
        Refusal.expect(400, () -> reader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "UTF-7,UTF-8",
        "UTF-7,US-ASCII",
        "UTF-16,UTF-8",
        "UTF-16BE,UTF-8",
        "UTF-32,UTF-8",
        "UTF-8,UTF-16LE",
        "UTF-8,UTF-16BE",
        "UTF-16LE,UTF-16BE",
        "ISO-8859-1,UTF-16LE",
        "UTF-32,UTF-32",
        "UTF-32LE,UTF-32LE",
        "Cp037,Cp037",
        "UTF-8,Cp037",
        "Big5,Big5",
        "GB18030,GB18030",
        "Shift_JIS,Shift_JIS",
        "ISO-2022-JP,ISO-2022-JP",
        "x-COMPOUND_TEXT,US-ASCII",
        "US-ASCII,ISO-8859-1",
        "no-such,UTF-8",
    })
    void anEncodingThatIsNotReadOrIsAnotherThanItSaysIsRefused(String declared, String actual) {
        var body = ("<?xml version='1.0' encoding='" + declared + "'?><a>\u00E9</a>").getBytes(Charset.forName(actual));
        Refusal.expect(400, () -> reader.read(new ByteArrayInputStream(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Overlong, a surrogate, beyond Unicode, cut off, and a lone continuation, inside an element.
                "3C613EC0AF3C2F613E",
                "3C613EE080AF3C2F613E",
                "3C613EEDA0803C2F613E",
                "3C613EEDA080EDB0803C2F613E",
                "3C613EF49080803C2F613E",
                "3C613EF8888080803C2F613E",
                "3C613EE282",
                "3C613E803C2F613E",
                // UTF-16 with an unpaired surrogate, and with half a character at its end.
                "FEFF003C0061003ED800003C002F0061003E",
                "FEFF003C0061003EDC00003C002F0061003E",
                "FEFF003C0061002F003E00",
                // UTF-16 that neither a mark nor a declaration announces.
                "003C0061002F003E",
                "3C0061002F003E00",
                // A mark that says UTF-8 before a declaration that says another.
                "EFBBBF3C3F786D6C2076657273696F6E3D22312E302220656E636F64696E673D2269736F2D383835392D31223F3E3C612F3E",
                // Two marks.
                "EFBBBFEFBBBF3C612F3E",
            })
    void octetsThatAreNoCharactersAreRefused(String octets) {
        Refusal.expect(
                400, () -> reader.read(new ByteArrayInputStream(HexFormat.of().parseHex(octets))));
    }

    /** What clients send must not fill the server's console. */
    @Test
    void nothingIsPrinted() {
        PrintStream console = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (byte[] body : List.of(
                    new byte[] {'<', 'a', (byte) 0xFF, '>'},
                    new byte[] {(byte) 0xFF, (byte) 0xFE, '<', 0, 'a', 0, 0, (byte) 0xD8},
                    "<?xml version='1.0' encoding='us-ascii'?><a>\u00E9</a>".getBytes(StandardCharsets.UTF_8),
                    "<a><b></a>".getBytes(StandardCharsets.UTF_8))) {
                Refusal.expect(400, () -> reader.read(new ByteArrayInputStream(body)));
            }
        } finally {
            System.setErr(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
