package dev.hearth.ui.text;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.TextSize;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The text of a message as a person sees it: its blocks under each other. It ends in a blank as
/// wide as its tail, so that the time can stand beside the last line. FX thread only.
public final class MessageBody extends VBox {
    private static final int MOST_BIG = 3;
    private static final double[] BIG = {48, 40, 32};

    private final Consumer<String> links;
    private final Consumer<String> copies;
    private final List<RichText> leaves = new ArrayList<>();
    private final Optional<RichText> last;
    private final Region tail = new Region();
    private final String text;

    /// @param links opens the link that is clicked
    /// @param copies takes what a button copies
    public MessageBody(List<Block> blocks, Consumer<String> links, Consumer<String> copies) {
        this.links = links;
        this.copies = copies;
        getStyleClass().add("message-text");
        blocks.forEach(block -> getChildren().add(node(block)));
        text = leaves.stream().map(RichText::text).collect(Collectors.joining("\n"));
        last =
                blocks.getLast() instanceof Block.Paragraph
                        ? Optional.of(leaves.getLast())
                        : Optional.empty();
        if (last.isEmpty()) {
            getChildren().add(tail);
        }
        enlargeEmoji(blocks);
    }

    private void enlargeEmoji(List<Block> blocks) {
        int alone =
                leaves.size() == 1 && blocks.getFirst() instanceof Block.Paragraph
                        ? EmojiFinder.alone(text)
                        : 0;
        if (alone > 0 && alone <= MOST_BIG) {
            getStyleClass().add("big-emoji");
            leaves.getFirst().setEmojiSize(TextSize.text(BIG[alone - 1]));
        }
    }

    /// The text as it is shown.
    public String text() {
        return text;
    }

    /// Whether the last line ends at the left, and the time may stand there.
    public boolean endsAtLeft() {
        return last.filter(RichText::endsAtLeft).isPresent();
    }

    /// Keeps `width` by `height` pixels free after the last word.
    public void leaveRoom(double width, double height) {
        last.ifPresentOrElse(
                paragraph -> paragraph.leaveRoom(width, height),
                () -> {
                    tail.setMinSize(width, height);
                    tail.setPrefSize(width, height);
                });
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> leaf(new RichText(paragraph.spans(), links));
            case Block.Code code -> code(code);
            case Block.Quoted quoted -> quoted(quoted);
            case Block.Items items -> items(items);
        };
    }

    private RichText leaf(RichText leaf) {
        leaves.add(leaf);
        return leaf;
    }

    private Node code(Block.Code code) {
        var node = new CodeBlock(code, links, copies);
        leaf(node.code());
        return node;
    }

    private Node quoted(Block.Quoted quoted) {
        int first = leaves.size();
        VBox column = column(quoted.blocks());
        column.getStyleClass().add("quoted");
        turn(column, first);
        return column;
    }

    private Node items(Block.Items items) {
        var list = new VBox();
        list.getStyleClass().add("items");
        int longest =
                items.items().stream().mapToInt(item -> item.marker().length()).max().orElse(1);
        for (Block.Item item : items.items()) {
            int first = leaves.size();
            Label marker = Controls.label(item.marker(), "item-marker");
            marker.getStyleClass().add("item-marker-" + Math.min(longest, 4));
            VBox column = column(item.blocks());
            HBox.setHgrow(column, Priority.ALWAYS);
            var line = new HBox(marker, column);
            line.getStyleClass().add("item");
            turn(line, first);
            list.getChildren().add(line);
        }
        return list;
    }

    private VBox column(List<Block> blocks) {
        var column = new VBox();
        column.getStyleClass().add("text-column");
        column.setMinWidth(0);
        blocks.forEach(block -> column.getChildren().add(node(block)));
        return column;
    }

    /// A quote or an entry begins at the side where its first line does.
    private void turn(Node node, int firstLeaf) {
        boolean right = firstLeaf < leaves.size() && beginsAtRight(leaves.get(firstLeaf).text());
        node.setNodeOrientation(
                right ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    }

    private static boolean beginsAtRight(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return !new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /// The index between two letters of [#text] that is nearest to a point of this node.
    int indexAt(double x, double y) {
        Point2D at = localToScene(x, y);
        int start = 0;
        int nearest = 0;
        double distance = Double.MAX_VALUE;
        for (RichText leaf : leaves) {
            Point2D within = leaf.sceneToLocal(at);
            double away = Math.max(0, Math.max(-within.getY(), within.getY() - leaf.getHeight()));
            if (away < distance) {
                distance = away;
                nearest = start + leaf.indexAt(within.getX(), within.getY());
            }
            start += leaf.text().length() + 1;
        }
        return nearest;
    }

    /// Whether a point of this node lies on the text, not beside or between its lines.
    boolean isText(double x, double y) {
        Point2D at = localToScene(x, y);
        return leaves.stream()
                .anyMatch(
                        leaf ->
                                leaf.range(0, leaf.text().length()).stream()
                                        .anyMatch(place -> place.contains(leaf.sceneToLocal(at))));
    }

    /// Marks the characters of [#text] from `start` to `end`.
    void mark(int start, int end) {
        int first = 0;
        for (RichText leaf : leaves) {
            int length = leaf.text().length();
            leaf.mark(Math.clamp(start - first, 0, length), Math.clamp(end - first, 0, length));
            first += length + 1;
        }
    }

    List<RichText> leaves() {
        return List.copyOf(leaves);
    }
}
