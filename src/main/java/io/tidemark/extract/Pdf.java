package io.tidemark.extract;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, page by page. */
final class Pdf {

    /** Of more pages the first are read. */
    private static final int MOST_PAGES = 10_000;

    private Pdf() {}

    static void read(Document document, Text text) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document.file().toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            stripper.writeText(pdf, text);
        }
    }
}
