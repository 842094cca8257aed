package studycoach.chat;

/** Where a message goes that nobody is waiting for. */
public sealed interface Destination {

  String platform();

  /** Empty where accounts are the same in all workspaces. */
  String workspace();

  record Channel(ChannelRef channel) implements Destination {
    @Override
    public String platform() {
      return channel.platform();
    }

    @Override
    public String workspace() {
      return channel.workspace();
    }
  }

  /**
   * A thread for discussion under a message in a channel, made by the first message sent there.
   *
   * @param title of the thread when it is made; one that is there keeps its own
   */
  record Thread(MessageRef parent, String title) implements Destination {
    @Override
    public String platform() {
      return parent.channel().platform();
    }

    @Override
    public String workspace() {
      return parent.channel().workspace();
    }
  }

  /** A direct message. */
  record Direct(UserRef user) implements Destination {
    @Override
    public String platform() {
      return user.platform();
    }

    @Override
    public String workspace() {
      return user.workspace();
    }
  }
}
