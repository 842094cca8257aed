package studycoach.chat;

import java.util.function.Function;

/** What happens when a control with this verb is used. */
public record OnClick(String verb, Response response, Function<Incoming.Click, Reply> handler) {}
