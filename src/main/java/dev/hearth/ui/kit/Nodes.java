package dev.hearth.ui.kit;

import javafx.event.EventTarget;
import javafx.scene.Node;

/// Questions about where a node stands in the scene.
public final class Nodes {
    private Nodes() {}

    /// Whether what an event happened to is `ancestor`, or inside it.
    public static boolean isWithin(EventTarget target, Node ancestor) {
        if (!(target instanceof Node node)) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
