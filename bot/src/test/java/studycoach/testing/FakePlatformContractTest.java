package studycoach.testing;

import java.util.stream.Collectors;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatAdapterContract;
import studycoach.chat.Destination;
import studycoach.chat.MessageRef;
import studycoach.chat.UserRef;

class FakePlatformContractTest extends ChatAdapterContract {

  @Override
  protected Stage open() {
    return new FakeStage(new FakePlatform("fake", () -> {}));
  }

  private record FakeStage(FakePlatform chat) implements Stage {
    @Override
    public ChatAdapter adapter() {
      return chat;
    }

    @Override
    public Destination channel() {
      return new Destination.Channel(chat.channel());
    }

    @Override
    public Destination direct(String person) {
      return new Destination.Direct(new UserRef("fake", "w", person));
    }

    @Override
    public void types(String person, String line) {
      chat.person(person).runs(line);
    }

    @Override
    public void presses(String person, String label) {
      chat.person(person).presses(label);
    }

    @Override
    public String seenBy(String person) {
      return chat.seenBy(person);
    }

    @Override
    public String inThread(MessageRef parent) {
      return chat.inThread(parent).stream()
          .map(standing -> Texts.of(standing.message))
          .collect(Collectors.joining("\n"));
    }

    /** It draws nothing, so there is nothing to break out of. */
    @Override
    public boolean brokeOut() {
      return false;
    }

    @Override
    public Stage reopened() {
      chat.close();
      return this;
    }

    @Override
    public void close() {
      chat.close();
    }
  }
}
