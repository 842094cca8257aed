package studycoach.chat;

/** Where a message goes that nobody is waiting for. */
public sealed interface Destination {

  String platform();

  record Channel(ChannelRef channel) implements Destination {
    @Override
    public String platform() {
      return channel.platform();
    }
  }

  /** A direct message. */
  record Direct(UserRef user) implements Destination {
    @Override
    public String platform() {
      return user.platform();
    }
  }
}
