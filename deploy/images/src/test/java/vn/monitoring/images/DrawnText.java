package vn.monitoring.images;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/// Runs in an image: draws a line with a font of its own as the charts of documents do.
final class DrawnText {

    private DrawnText() {}

    /// @param words the font's file
    public static void main(String[] words) throws Exception {
        Font font = Font.createFont(Font.TRUETYPE_FONT, Path.of(words[0]).toFile());
        Graphics2D pen = new BufferedImage(300, 100, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        pen.setFont(font.deriveFont(32f));
        pen.drawString("Chỉ tiêu đạt", 0, 50);
        System.out.println(pen.getFontMetrics().stringWidth("Chỉ tiêu đạt"));
    }
}
