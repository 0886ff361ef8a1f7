package vn.monitoring.report.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import javax.imageio.ImageIO;
import vn.monitoring.report.document.Block.Bar;

/// A chart as a picture, for documents that cannot draw one themselves: bars in two greys that differ in print.
record ChartPicture(byte[] png, int width, int height) {

    private static final int WIDTH = 1500;
    private static final int NAMES = 480;
    private static final int VALUES = 180;
    private static final int BAR = 34;
    private static final int GAP = 22;
    private static final int LEGEND = 60;
    private static final Color NOW = new Color(0x4a4a4a);
    private static final Color BEFORE = new Color(0xdcdcdc);

    static ChartPicture of(Bars bars) {
        int height = LEGEND + GAP;
        for (Bar bar : bars.chart().bars()) {
            height += (bar.previous() == null ? 1 : 2) * BAR + GAP;
        }
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        pen.setFont(LiberationSerif.regular().deriveFont(Font.PLAIN, 32f));
        int top = GAP;
        for (Bar bar : bars.chart().bars()) {
            top = draw(pen, bars, bar, top);
        }
        legend(pen, bars, top + BAR);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return new ChartPicture(out.toByteArray(), WIDTH, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int draw(Graphics2D pen, Bars bars, Bar bar, int top) {
        pen.setColor(Color.BLACK);
        int nameWidth = pen.getFontMetrics().stringWidth(bar.name());
        pen.drawString(bar.name(), Math.max(0, NAMES - 20 - nameWidth), top + BAR - 6);
        int next = lane(pen, bars, bar.value(), top, NOW);
        if (bar.previous() != null) {
            next = lane(pen, bars, bar.previous(), next, BEFORE);
        }
        return next + GAP;
    }

    private static int lane(Graphics2D pen, Bars bars, BigDecimal value, int top, Color colour) {
        int length = bars.length(value).intValue() * (WIDTH - NAMES - VALUES) / 100;
        pen.setColor(colour);
        pen.fillRect(NAMES, top, length, BAR);
        pen.setColor(NOW);
        pen.drawRect(NAMES, top, length, BAR);
        pen.setColor(Color.BLACK);
        pen.drawString(bars.label(value), NAMES + length + 12, top + BAR - 6);
        return top + BAR;
    }

    private static void legend(Graphics2D pen, Bars bars, int baseline) {
        int x = NAMES;
        if (bars.compares()) {
            x = key(pen, NOW, Frame.NOW, x, baseline);
            x = key(pen, BEFORE, Frame.BEFORE, x, baseline);
        }
        pen.drawString("Đơn vị: " + bars.chart().unit(), x, baseline);
    }

    private static int key(Graphics2D pen, Color colour, String name, int x, int baseline) {
        pen.setColor(colour);
        pen.fillRect(x, baseline - 24, 40, 24);
        pen.setColor(NOW);
        pen.drawRect(x, baseline - 24, 40, 24);
        pen.setColor(Color.BLACK);
        pen.drawString(name, x + 52, baseline);
        return x + 52 + pen.getFontMetrics().stringWidth(name) + 50;
    }
}
