package org.zhunsheng.tables;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way from a record to one of its facts, as rules write it: {@code rdCentre.patents( figures.whole( "8.3" ), day, readings )}.
 * Compiled once, so that a path that leads nowhere is found when the dictionary is read and not when a case comes.
 */
final class FactPath {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([A-Za-z_]\\w*)|\"([^\"]*)\"|(\\d+)|([.(),]))\\s*");

    private interface Step {
        Object from(Object start);
    }

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final Class<?> root;
    private int next;
    private Class<?> type;
    private Type generic;
    private final Step way;

    private FactPath(Class<?> root, String text) {
        this.root = root;
        this.text = text;
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group().strip());
            end = token.end();
        }
        way = path();
        if (end < text.length() || next < tokens.size()) {
            throw nowhere();
        }
    }

    static FactPath of(Class<?> root, String text) {
        return new FactPath(root, text);
    }

    @SuppressWarnings("unchecked")
    <T> T in(Object start) {
        return (T) (start instanceof Supposed supposed ? supposed.at(this) : way.from(start));
    }

    Class<?> type() {
        return type;
    }

    /** With what it holds: a known whole number, a known list of uses. */
    Type generic() {
        return generic;
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactPath that && root == that.root && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private Step path() {
        Step way = start -> start;
        type = root;
        do {
            Class<?> owner = type;
            String name = take();
            List<Step> arguments = new ArrayList<>();
            if (taken("(") && !taken(")")) {
                do {
                    arguments.add(argument());
                } while (taken(","));
                if (!taken(")")) {
                    throw nowhere();
                }
            }
            Method method = Arrays.stream(owner.getMethods())
                    .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.size()).findFirst().orElseThrow(this::nowhere);
            type = method.getReturnType();
            generic = method.getGenericReturnType();
            Step before = way;
            way = start -> call(method, before.from(start), arguments.stream().map(a -> a.from(start)).toArray());
        } while (taken("."));
        return way;
    }

    private Step argument() {
        String token = next < tokens.size() ? tokens.get(next) : "";
        if (token.startsWith("\"")) {
            next++;
            String literal = token.substring(1, token.length() - 1);
            return start -> literal;
        }
        if (token.matches("\\d+")) {
            next++;
            Integer literal = Integer.valueOf(token);
            return start -> literal;
        }
        return path();
    }

    private String take() {
        if (next == tokens.size()) {
            throw nowhere();
        }
        return tokens.get(next++);
    }

    private boolean taken(String expected) {
        boolean there = next < tokens.size() && tokens.get(next).equals(expected);
        next += there ? 1 : 0;
        return there;
    }

    private static Object call(Method method, Object owner, Object[] arguments) {
        try {
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is not accessible", e);
        }
    }

    private IllegalArgumentException nowhere() {
        return new IllegalArgumentException("列字典中的「" + text + "」在 " + root.getSimpleName() + " 中没有对应的事实");
    }
}
