package vn.monitoring.report.document;

/// Writes XHTML; every text and attribute is escaped.
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 14);

    /// @param attributes name and value in turn
    Html open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    Html text(String text) {
        escape(PlainText.clean(text));
        return this;
    }

    Html line(String element, String kind, String text) {
        return open(element, "class", kind).text(text).close(element);
    }

    /// A style sheet of our own.
    Html style(String css) {
        out.append("<style>").append(css).append("</style>");
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(character);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
