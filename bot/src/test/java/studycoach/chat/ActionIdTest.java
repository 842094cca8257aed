package studycoach.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ActionIdTest {

  @Property(tries = 500)
  void comesBackAsItWasDrawn(@ForAll("ids") ActionId id) {
    assertThat(id.encode()).hasSizeLessThanOrEqualTo(100);
    assertThat(ActionId.decode(id.encode())).isEqualTo(id);
  }

  @Property(tries = 1000)
  void isReadExactlyOrRefusedPolitely(@ForAll("wire") String encoded) {
    ActionId id;
    try {
      id = ActionId.decode(encoded);
    } catch (UserError e) {
      assertThat(e.said()).contains("older version");
      return;
    }
    assertThat(id.encode()).isEqualTo(encoded);
    assertThat(ActionId.decode(id.encode())).isEqualTo(id);
  }

  @Provide
  Arbitrary<String> wire() {
    Arbitrary<String> likely = Arbitraries.strings().withChars("ab:%+0cC3é \ud83d").ofMaxLength(30);
    return Arbitraries.oneOf(Arbitraries.strings(), likely, likely);
  }

  @Provide
  Arbitrary<ActionId> ids() {
    Arbitrary<String> word = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> key =
        Arbitraries.integers()
            .between(1, 0x10FFFF)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .map(Character::toString)
            .list()
            .ofMaxSize(3)
            .map(letters -> String.join("", letters));
    return Combinators.combine(word, word, key.list().ofMaxSize(6))
        .filter(ActionIdTest::fits)
        .as(ActionId::new);
  }

  private static boolean fits(String feature, String verb, List<String> keys) {
    try {
      return new ActionId(feature, verb, keys).encode().length() <= 100;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
