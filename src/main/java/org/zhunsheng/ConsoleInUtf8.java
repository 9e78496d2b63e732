package org.zhunsheng;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UnsupportedEncodingException;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Messages are Chinese. A container without a locale would show question marks, also for the message that says why the
 * service did not start, and Quarkus has no setting for the encoding of its console.
 */
@Singleton
final class ConsoleInUtf8 {

    void set(@Observes @Priority(0) StartupEvent start) throws UnsupportedEncodingException {
        set(Logger.getLogger("").getHandlers());
    }

    private static void set(Handler[] handlers) throws UnsupportedEncodingException {
        for (Handler handler : handlers) {
            if (handler instanceof ConsoleHandler) {
                handler.setEncoding("UTF-8");
            } else if (handler instanceof ExtHandler nesting) {
                set(nesting.getHandlers());
            }
        }
    }
}
