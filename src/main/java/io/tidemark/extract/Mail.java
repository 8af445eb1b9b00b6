package io.tidemark.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** A mail: who wrote it to whom, its subject, and its parts that are text. What is attached to it is not looked at. */
final class Mail {

    private static final Set<String> FIELDS = Set.of("from", "to", "cc", "subject");

    private Mail() {}

    static void read(Document document, Text text) throws IOException {
        MimeTokenStream mail = new MimeTokenStream(MimeConfig.PERMISSIVE);
        try (InputStream in = Files.newInputStream(document.file())) {
            mail.parse(document.bounded(in));
            for (EntityState state = mail.getState(); state != EntityState.T_END_OF_STREAM; state = mail.next()) {
                if (state == EntityState.T_FIELD) {
                    field(mail.getField(), text);
                } else if (state == EntityState.T_BODY) {
                    part(mail.getBodyDescriptor(), document.bounded(mail.getDecodedInputStream()), text);
                }
            }
        } catch (MimeException e) {
            throw new IOException("It is no mail: " + e.getMessage(), e);
        }
    }

    private static void field(Field field, Text text) {
        if (FIELDS.contains(field.getName().toLowerCase(Locale.ROOT))) {
            text.add(DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT));
            text.gap();
        }
    }

    private static void part(BodyDescriptor described, InputStream body, Text text) throws IOException {
        String type = described.getMimeType();
        text.gap();
        if (type.equals("text/plain")) {
            text.add(new String(body.readAllBytes(), charset(described.getCharset())));
        } else if (type.equals("text/html")) {
            Html.read(new String(body.readAllBytes(), charset(described.getCharset())), text);
        }
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
