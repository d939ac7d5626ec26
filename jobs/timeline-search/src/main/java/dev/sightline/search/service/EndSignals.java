// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The signals that ask a process to end. What the JVM does for them has the signal's exit code,
 * which only a handler or a halt can change, and a halt leaves files that are to be deleted.
 */
final class EndSignals {

    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private EndSignals() {}

    /**
     * Has them exit with a code, through all shutdown hooks; where the JVM was told to keep its
     * hands off signals, they stay as they are.
     */
    static void exitWith(int code) {
        InvocationHandler exit =
                (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        System.exit(code);
                    }
                    return null;
                };
        NAMES.forEach(name -> handle(name, exit));
    }

    /** By reflection, as the compiler warns of this class, and has no way not to. */
    private static void handle(String name, InvocationHandler exit) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling =
                    Proxy.newProxyInstance(
                            EndSignals.class.getClassLoader(), new Class<?>[] {handler}, exit);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(EndSignals.class)
                    .debug("{} ends with its own exit code", name, e);
        }
    }
}
