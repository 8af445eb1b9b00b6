package io.tidemark.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes documents. */
public final class Documents {

    private static final int MIB = 1 << 20;

    private Documents() {}

    /** A PDF with a page that has a text. */
    public static byte[] pdf(String text) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** A document of Office Open XML whose parts are given by their names. */
    public static byte[] openXml(String... namesAndParts) throws IOException {
        String[] all = new String[namesAndParts.length + 2];
        all[0] = "[Content_Types].xml";
        all[1] = "<Types/>";
        System.arraycopy(namesAndParts, 0, all, 2, namesAndParts.length);
        return archive(all);
    }

    /** A document of a word processor, with a text whose words are in runs. */
    public static byte[] docx(String... runs) throws IOException {
        StringBuilder body = new StringBuilder("<w:document xmlns:w='urn:w'><w:body><w:p>");
        for (String run : runs) {
            body.append("<w:r><w:t>").append(run).append("</w:t></w:r>");
        }
        return openXml(
                "word/document.xml", body.append("</w:p></w:body></w:document>").toString());
    }

    /** An archive whose entries are given by their names. */
    public static byte[] archive(String... namesAndParts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndParts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndParts[i]));
                out.write(namesAndParts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A document that is a mebibyte, and unpacks to a thousand. */
    public static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write("<a>".getBytes(StandardCharsets.UTF_8));
            fill(out);
        }
        return bytes.toByteArray();
    }

    private static void fill(OutputStream out) throws IOException {
        byte[] tags = "<b/>".repeat(MIB / 4).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_000; i++) {
            out.write(tags);
        }
    }
}
