package studycoach.chat;

import java.util.function.Function;

/** What happens when a form with this verb is sent. */
public record OnModal(
    String verb, Response response, Function<Incoming.ModalSubmit, Reply.Answer> handler) {}
