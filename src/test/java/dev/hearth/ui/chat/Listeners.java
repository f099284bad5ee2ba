package dev.hearth.ui.chat;

import java.lang.reflect.Field;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

/// Counts the listeners of a list of JavaFX, which has no way to ask. FX thread, or while it rests.
final class Listeners {
    private Listeners() {}

    /// Counts the listeners of the list that an unmodifiable view shows.
    static int behind(ObservableList<?> view) {
        try {
            Object list = field(view.getClass(), "backingList").get(view);
            return of((ObservableList<?>) Objects.requireNonNull(list));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JavaFX looks different inside", e);
        }
    }

    static int of(ObservableList<?> list) {
        try {
            Object helper = field(ObservableListBase.class, "listenerHelper").get(list);
            if (helper == null) {
                return 0;
            }
            return helper.getClass().getSimpleName().equals("Generic")
                    ? field(helper.getClass(), "changeSize").getInt(helper)
                            + field(helper.getClass(), "invalidationSize").getInt(helper)
                    : 1;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JavaFX looks different inside", e);
        }
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return Objects.requireNonNull(field);
    }
}
