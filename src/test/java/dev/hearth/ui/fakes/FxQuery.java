package dev.hearth.ui.fakes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.testfx.service.query.NodeQuery;

/// A query of TestFX that is asked on the FX thread. TestFX asks on the thread of the test, where
/// it comes across lists of nodes that a pulse is changing.
final class FxQuery {
    private FxQuery() {}

    static NodeQuery of(NodeQuery query) {
        return (NodeQuery)
                Proxy.newProxyInstance(
                        NodeQuery.class.getClassLoader(),
                        new Class<?>[] {NodeQuery.class},
                        (_, method, arguments) -> {
                            Object answer = ask(query, method, arguments);
                            return answer instanceof NodeQuery next ? of(next) : answer;
                        });
    }

    private static @Nullable Object ask(
            NodeQuery query, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        FutureTask<@Nullable Object> asked =
                new FutureTask<>(() -> method.invoke(query, arguments));
        if (Platform.isFxApplicationThread()) {
            asked.run();
        } else {
            Platform.runLater(asked);
        }
        try {
            return asked.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof InvocationTargetException thrown
                    ? thrown.getTargetException()
                    : cause;
        }
    }
}
