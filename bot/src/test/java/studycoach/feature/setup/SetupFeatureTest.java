package studycoach.feature.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.testing.FakePlatform;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SetupFeatureTest {
  private final World world;
  private final FakePlatform.Person amira;
  private final FakePlatform.Person ben;

  SetupFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    amira = world.chat().manager("amira");
    ben = world.chat().person("ben");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void setUp() {
    amira.runs("setup exam:mls-c01 time:09:00 zone:europe/berlin days:mon-fri");
  }

  @Test
  void startsAGroupWithWhatIsGivenAndTheUsualRest() {
    setUp();

    amira
        .sees("exam: MLS-C01")
        .sees("time: 09:00")
        .sees("zone: Europe/Berlin")
        .sees("days: mon-fri")
        .sees("questions: 1")
        .sees("feedback: instant")
        .sees("reveal: next")
        .sees("organisers: amira")
        .sees("next drop: Fri 27 Mar 2026, 09:00");
  }

  @Test
  void changesOnlyWhatIsGiven() {
    setUp();

    amira
        .runs("setup time:7pm reveal:4h questions:2")
        .sees("time: 19:00")
        .sees("reveal: 4h")
        .sees("questions: 2")
        .sees("days: mon-fri")
        .sees("zone: Europe/Berlin");
  }

  private void refuses(String wish, String... words) {
    String before = amira.runs("group show").last();
    amira.runs("setup questions:4 feedback:sealed " + wish);
    assertThat(amira.last()).contains(words);
    assertThat(amira.runs("group show").last()).isEqualTo(before);
  }

  @Test
  void whatItCannotReadChangesNothingAndIsToldWithAnExample() {
    setUp();

    refuses("time:25:00", "00:00 to 23:59", "time:09:00");
    refuses("time:nine", "00:00 to 23:59", "time:09:00");
    refuses("zone:Europe/Berln", "Europe/Berlin", "America/New_York");
    refuses("days:funday", "days:mon-fri");
    refuses("reveal:1m", "5 minutes to 7 days", "reveal:4h");
    refuses("exam:MLS-C02", "Did you mean MLS-C01?");
  }

  @Test
  void aNumberOutOfItsRangeIsRefused() {
    setUp();

    amira.runs("setup questions:6").sees("from 1 to 5").sees("questions:");
    amira.runs("group show").sees("questions: 1");
  }

  @Test
  void anExamIsNeeded() {
    amira.runs("setup time:09:00").sees("Which exam? E.g. setup exam:MLS-C01");
    amira.runs("group show").sees("This channel has no study group yet");
  }

  @Test
  void onlyOrganisersChangeAGroup() {
    setUp();
    for (String command :
        new String[] {
          "setup time:10:00", "group pause", "group resume", "group skip", "group post"
        }) {
      ben.runs(command).sees("Only organisers");
    }
    assertThat(world.chat().posts()).isEmpty();

    amira.runs("setup organisers:@ben").sees("ben");
    ben.runs("setup time:10:00").sees("time: 10:00");
    amira.runs("setup organisers:@ben");
    ben.runs("setup time:11:00").sees("Only organisers");
  }

  @Test
  void aPausedGroupSaysSo() {
    setUp();
    amira.runs("group pause").sees("next drop: paused");
    amira.runs("group pause").sees("paused already");
    ben.runs("today").sees("The group is paused.");
    amira.runs("group resume").sees("next drop: Fri 27 Mar 2026, 09:00");
  }
}
