package studycoach.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studycoach.markup.Markup;
import studycoach.testing.Dots;

class ImageTest {
  private static final Block WORDS = new Block.Text(Markup.of("two of three"));

  @Test
  void aPictureIsItsBytesAndNobodyCanChangeThem() {
    Png red = Dots.of(0xFF0000);
    byte[] bytes = red.bytes();

    assertThat(new Png(bytes)).isEqualTo(red).hasSameHashCodeAs(red);
    assertThat(red).isNotEqualTo(Dots.of(0x0000FF));
    bytes[bytes.length - 1]++;
    red.bytes()[0]++;
    assertThat(red).isEqualTo(Dots.of(0xFF0000));
  }

  @Test
  void whatIsNoPngOrTooLargeIsNoPicture() {
    byte[] large = java.util.Arrays.copyOf(Dots.of(0).bytes(), Png.MOST_BYTES + 1);

    for (byte[] bytes : List.of(new byte[0], new byte[] {(byte) 0x89, 'P'}, new byte[9], large)) {
      assertThatThrownBy(() -> new Png(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPictureHasAnAltTextAndNothingToPress() {
    Png dot = Dots.of(0);
    Block.Controls controls = new Block.Controls(List.of());
    Block.Image image = new Block.Image(dot, "x".repeat(Block.Image.MOST_ALT), List.of(WORDS));

    assertThatThrownBy(() -> new Block.Image(dot, " ", List.of(WORDS)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Block.Image(dot, image.alt() + "x", List.of(WORDS)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Block.Image(dot, "alt", List.of(controls)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Block.Image(dot, "alt", List.of(image)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void inWordsItIsWhatStandsForIt() {
    Block title = new Block.Title(Markup.of("Progress"));
    Block note = new Block.Note(Markup.of("there"));
    Message message =
        Message.of(title, new Block.Image(Dots.of(0), "alt", List.of(WORDS)), new Block.Divider());

    assertThat(message.inWords()).isEqualTo(Message.of(title, WORDS, new Block.Divider()));
    assertThat(message.inWords(note))
        .isEqualTo(Message.of(title, WORDS, note, new Block.Divider()));
  }
}
