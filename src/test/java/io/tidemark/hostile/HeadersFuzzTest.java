package io.tidemark.hostile;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.kernel.http.ByteRanges;
import io.tidemark.kernel.http.Checksum;
import io.tidemark.kernel.http.CodedUrl;
import io.tidemark.kernel.http.Count;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.EntityTags;
import io.tidemark.kernel.http.HttpDate;
import io.tidemark.kernel.http.IfHeader;
import io.tidemark.kernel.http.Overwrite;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.RevisionPath;
import io.tidemark.kernel.http.ShowDeleted;
import io.tidemark.kernel.http.Timeout;
import java.util.List;
import java.util.function.Function;

/** Every parser of a header takes any value, or refuses it with 400. */
class HeadersFuzzTest {
    private static final long TOTAL = 1_000;

    private static final List<Function<String, Object>> PARSERS = List.of(
            value -> Depth.parse(value, Depth.ZERO),
            IfHeader::parse,
            CodedUrl::parse,
            Timeout::parse,
            Overwrite::parse,
            value -> ByteRanges.parse(value, TOTAL),
            RevisionId::parse,
            RevisionPath::parse,
            EntityTags::parse,
            HttpDate::parse,
            Prefer::parse,
            ShowDeleted::parse,
            Checksum::parse,
            Count::limit,
            value -> RevisionId.parse(null, value));

    @FuzzTest(maxDuration = "20s")
    void areParsedOrRefused(FuzzedDataProvider data) {
        Function<String, Object> parser = data.pickValue(PARSERS);
        String value = data.consumeRemainingAsString();
        Hostile.parse(() -> parser.apply(value), 400);
    }
}
