package dev.hearth.ui.timeline;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;

/// Part of one message's text, marked with the mouse: by dragging, a word by a double click, all by
/// a triple click. There is one such mark in a timeline; a new one takes the place of the old. FX
/// thread only.
final class TextSelection {
    private final Path mark = new Path();
    private MessageText marked = new MessageText("", target -> {});
    private int anchor;
    private int start;
    private int end;

    TextSelection() {
        mark.getStyleClass().add("selection");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
    }

    void install(MessageText text) {
        text.setCursor(Cursor.TEXT);
        text.setOnMousePressed(event -> press(text, event));
        text.setOnMouseDragged(event -> drag(text, event));
    }

    boolean isEmpty() {
        return start == end;
    }

    boolean isIn(MessageText text) {
        return !isEmpty() && text.equals(marked);
    }

    String text() {
        return marked.text().substring(start, end);
    }

    void clear() {
        show(0, 0);
    }

    private void press(MessageText text, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        clear();
        marked = text;
        anchor = index(text, event);
        if (event.getClickCount() == 2) {
            show(wordStart(anchor), wordEnd(anchor));
        } else if (event.getClickCount() > 2) {
            show(0, text.text().length());
        }
    }

    private void drag(MessageText text, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && text.equals(marked)) {
            int at = index(text, event);
            show(Math.min(anchor, at), Math.max(anchor, at));
        }
    }

    private static int index(MessageText text, MouseEvent event) {
        int index = text.getHitInfo(new Point2D(event.getX(), event.getY())).getInsertionIndex();
        return Math.clamp(index, 0, text.text().length());
    }

    private int wordStart(int at) {
        int first = at;
        while (first > 0 && isOfWord(first - 1)) {
            first--;
        }
        return first;
    }

    private int wordEnd(int at) {
        int last = at;
        while (last < marked.text().length() && isOfWord(last)) {
            last++;
        }
        return last;
    }

    private boolean isOfWord(int index) {
        char c = marked.text().charAt(index);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_';
    }

    private void show(int from, int to) {
        start = from;
        end = to;
        if (isEmpty()) {
            marked.getChildren().remove(mark);
            return;
        }
        mark.getElements().setAll(marked.getRangeShape(start, end, true));
        if (!marked.getChildren().contains(mark)) {
            marked.getChildren().addFirst(mark);
        }
    }
}
