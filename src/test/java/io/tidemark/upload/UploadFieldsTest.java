package io.tidemark.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests about uploads say, and what is kept of it. */
class UploadFieldsTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "?1 | true",
                "?0 | false",
                "?1;a=b | true",
                "?2 | -",
                "1 | -",
                "true | -",
                "?1, ?1 | -",
            },
            delimiter = '|',
            nullValues = "-")
    void completenessIsABoolean(String header, Boolean complete) {
        assertThat(UploadFields.complete(request(Map.of("Upload-Complete", header))))
                .isEqualTo(Optional.ofNullable(complete));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "0 | 0",
                "42 | 42",
                "999999999999999 | 999999999999999",
                "1000000000000000 | -",
                "-1 | -",
                "1.0 | -",
            },
            delimiter = '|',
            nullValues = "-")
    void offsetsAreWholeNumbers(String header, Long offset) {
        assertThat(UploadFields.offset(request(Map.of("Upload-Offset", header))))
                .isEqualTo(Optional.ofNullable(offset));
    }

    @Test
    void aSavedRequestSaysWhatItSaid() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("If", "(<urn:a:b>) ([\"x\"])");
        said.put("If-Match", "\"t: a\"");
        said.put("Content-Type", "text/plain; charset=utf-8");
        said.put("Content-Digest", "sha-256=:AA==:");
        said.put("Authorization", "Basic secret");
        String saved = SavedRequest.of(request(said));
        assertThat(saved).doesNotContain("secret");
        DavRequest again = SavedRequest.restore(servlet(Map.of("If", "other")), "/files/a%20b", saved);
        assertThat(again.path().segments()).containsExactly("files", "a b");
        assertThat(again.header("if")).isEqualTo("(<urn:a:b>) ([\"x\"])");
        assertThat(again.header("If-Match")).isEqualTo("\"t: a\"");
        assertThat(again.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(again.header("Content-Digest")).isNull();
        assertThat(again.header("Authorization")).isNull();
    }

    @Test
    void aMoveThatMustNotOverwriteIsAPutWhereNothingIs() {
        Map<String, String> said = Map.of("If-None-Match", "\"x\"", "Content-Type", "text/odd", "X-OC-Mtime", "1");
        DavRequest put = SavedRequest.restore(servlet(said), "/files/a", SavedRequest.ofMove(request(said), false));
        assertThat(put.header("If-None-Match")).isEqualTo("*");
        assertThat(put.header("Content-Type")).isNull();
        assertThat(put.header("X-OC-Mtime")).isEqualTo("1");
        DavRequest over = SavedRequest.restore(servlet(said), "/files/a", SavedRequest.ofMove(request(said), true));
        assertThat(over.header("If-None-Match")).isEqualTo("\"x\"");
    }

    @Test
    void whatHoldsForOneRequestIsNotSaved() {
        assertThatThrownBy(() -> SavedRequest.of(request(Map.of("Checkin-Set", "/checkinsets/default/x/"))))
                .isInstanceOf(DavException.class);
        assertThatThrownBy(() -> SavedRequest.of(request(Map.of("If", "x".repeat(20_000)))))
                .isInstanceOf(DavException.class);
    }

    private static DavRequest request(Map<String, String> headers) {
        return DavRequest.of(servlet(headers));
    }

    private static HttpServletRequest servlet(Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                UploadFieldsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestURI" -> "/files/x";
                    case "getContextPath" -> "";
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.containsKey(arguments[0])
                                        ? List.of(headers.get(arguments[0]))
                                        : List.<String>of());
                    case "getContentLengthLong" -> -1L;
                    case "getAttribute", "setAttribute" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
