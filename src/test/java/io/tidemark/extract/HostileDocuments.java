package io.tidemark.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes documents that are meant to hurt whoever reads them. */
public final class HostileDocuments {

    private static final int MANY = 1_000_000;
    private static final int MIB = 1 << 20;

    private HostileDocuments() {}

    /** An archive in an archive, and so on. */
    public static byte[] nestedArchives() throws IOException {
        byte[] inner = Documents.docx("innermost");
        for (int level = 0; level < 100; level++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                out.putNextEntry(new ZipEntry("[Content_Types].xml"));
                out.putNextEntry(new ZipEntry("word/embeddings/inner.docx"));
                out.write(inner);
            }
            inner = bytes.toByteArray();
        }
        return inner;
    }

    /** An archive with as many entries as its format counts. */
    public static byte[] manyEntries() throws IOException {
        String[] parts = new String[2 * 65_000];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = "ppt/slides/slide" + i + ".xml";
            parts[i + 1] = "<a>slide</a>";
        }
        return Documents.openXml(parts);
    }

    /** XML whose entities would be a thousand million words. */
    public static byte[] entities() throws IOException {
        StringBuilder xml = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'laugh '>");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ';').repeat(10))
                    .append("'>");
        }
        return Documents.openXml(
                "word/document.xml", xml.append("]><a>&e9;</a>").toString());
    }

    /** XML with a million elements in one another. */
    public static byte[] deepXml() throws IOException {
        return Documents.openXml("word/document.xml", "<a>".repeat(MANY));
    }

    /** XML with a million attributes. */
    public static byte[] manyAttributes() throws IOException {
        StringBuilder xml = new StringBuilder("<a");
        for (int i = 0; i < MANY; i++) {
            xml.append(" a").append(i).append("=''");
        }
        return Documents.openXml("word/document.xml", xml.append("/>").toString());
    }

    /** A PDF with a million pages, which are all the same. */
    public static byte[] manyPages() {
        return pdf(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count " + MANY + "/Kids[" + "3 0 R ".repeat(MANY) + "]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
    }

    /** A PDF whose tree of pages leads back to itself. */
    public static byte[] pagesInACircle() {
        return pdf(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 9/Kids[3 0 R]>>",
                "<</Type/Pages/Count 9/Kids[2 0 R]>>");
    }

    /** A PDF with a font that says of itself that it is endless, in a stream that unpacks to 256 MiB. */
    public static byte[] explodingFont() throws IOException {
        byte[] packed = packed(256);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(pdfHead(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>",
                "<</Type/Font/Subtype/TrueType/BaseFont/F/FontDescriptor 6 0 R/FirstChar 0/LastChar 0/Widths[1]>>",
                "<</Length 23>>stream\nBT /F 9 Tf (abc) Tj ET  \nendstream",
                "<</Type/FontDescriptor/FontName/F/FontFile2 7 0 R>>"));
        out.writeBytes(latin("7 0 obj<</Filter/FlateDecode/Length " + packed.length + ">>stream\n"));
        out.writeBytes(packed);
        out.writeBytes(latin("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        return out.toByteArray();
    }

    /** A PDF with a page whose drawing unpacks to 256 MiB. */
    public static byte[] explodingPage() throws IOException {
        byte[] packed = packed(256);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(pdfHead(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"));
        out.writeBytes(latin("4 0 obj<</Filter/FlateDecode/Length " + packed.length + ">>stream\n"));
        out.writeBytes(packed);
        out.writeBytes(latin("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        return out.toByteArray();
    }

    /** A mail with ten thousand parts in one another. */
    public static byte[] nestedMail() {
        StringBuilder mail = new StringBuilder("From: a@b\nTo: c@d\nSubject: x\nMIME-Version: 1.0\n");
        for (int i = 0; i < 10_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return latin(mail.append("Content-Type: text/plain\n\nend").toString());
    }

    /** A mail with a header that does not end. */
    public static byte[] endlessHeader() {
        return latin("From: a@b\nTo: c@d\nSubject: x\nX-Long: " + "y".repeat(20 * MIB));
    }

    /** A page with half a million elements in one another. */
    public static byte[] deepPage() {
        return latin("<html>" + "<div>".repeat(MANY / 2));
    }

    private static byte[] packed(int mebibytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes)) {
            byte[] spaces = " ".repeat(MIB).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < mebibytes; i++) {
                out.write(spaces);
            }
        }
        return bytes.toByteArray();
    }

    /** A PDF without a table of its objects, as readers take it, too. */
    private static byte[] pdf(String... objects) {
        byte[] head = pdfHead(objects);
        byte[] end = latin("trailer<</Root 1 0 R>>\n%%EOF");
        byte[] all = new byte[head.length + end.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(end, 0, all, head.length, end.length);
        return all;
    }

    private static byte[] pdfHead(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 1).append(" 0 obj").append(objects[i]).append(" endobj\n");
        }
        return latin(pdf.toString());
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
