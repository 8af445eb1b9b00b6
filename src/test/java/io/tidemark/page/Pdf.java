package io.tidemark.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small PDF documents. */
final class Pdf {
    private Pdf() {}

    /** A document of one page for each text. */
    static byte[] of(String... texts) {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            kids.append(4 + 2 * i).append(" 0 R ");
        }
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("<</Type/Pages/Count " + texts.length + "/Kids[" + kids + "]>>");
        objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (int i = 0; i < texts.length; i++) {
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F 3 0 R>>>>/Contents "
                    + (5 + 2 * i) + " 0 R>>");
            String shown = "BT /F 18 Tf 20 100 Td (" + texts[i] + ") Tj ET";
            objects.add("<</Length " + shown.length() + ">>stream\n" + shown + "\nendstream");
        }
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 ")
                .append(objects.size() + 1)
                .append("\n0000000000 65535 f \n")
                .append(table);
        pdf.append("trailer<</Size ")
                .append(objects.size() + 1)
                .append("/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
