package dev.hearth.ui.text;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Part of one message's text, marked with the mouse: by dragging, a word by a double click, all by
/// a triple click. There is one such mark in a timeline; a new one takes the place of the old. FX
/// thread only.
public final class TextSelection {
    private MessageBody marked = new MessageBody(Markdown.plain(""), target -> {}, text -> {});
    private int anchor;
    private int start;
    private int end;

    public void install(MessageBody body) {
        body.setCursor(Cursor.TEXT);
        body.setOnMousePressed(event -> press(body, event));
        body.setOnMouseDragged(event -> drag(body, event));
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean isIn(MessageBody body) {
        return !isEmpty() && body.equals(marked);
    }

    public String text() {
        return marked.text().substring(start, end);
    }

    public void clear() {
        show(0, 0);
    }

    private void press(MessageBody body, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        clear();
        marked = body;
        anchor = body.indexAt(event.getX(), event.getY());
        if (event.getClickCount() == 2 && !body.isText(event.getX(), event.getY())) {
            return;
        }
        if (event.getClickCount() == 2) {
            show(wordStart(anchor), wordEnd(anchor));
        } else if (event.getClickCount() > 2) {
            show(0, body.text().length());
        }
    }

    private void drag(MessageBody body, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && body.equals(marked)) {
            int at = body.indexAt(event.getX(), event.getY());
            show(Math.min(anchor, at), Math.max(anchor, at));
        }
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
        marked.mark(from, to);
    }
}
