package studycoach.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeLimitsTest extends WithBolt {
  private static final String BUTTON =
      "{'type':'actions','elements':[{'type':'button','action_id':'%s',"
          + "'text':{'type':'plain_text','text':'%s'}%s}]}";

  private static String message(String... blocks) {
    return ("{'text':'t','blocks':[" + String.join(",", blocks) + "]}").replace('\'', '"');
  }

  private static String select(int options, String more) {
    String all =
        java.util.stream.IntStream.range(0, options)
            .mapToObj(i -> "{'text':{'type':'plain_text','text':'o'},'value':'" + i + "'}")
            .collect(java.util.stream.Collectors.joining(","));
    return "{'type':'actions','elements':[{'type':'static_select','options':["
        + all
        + "]"
        + more
        + "}]}";
  }

  @Test
  void whatIsAllowedIsTaken() {
    String rich =
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
            + "{'type':'text','text':'a','style':{'bold':true}},{'type':'user','user_id':'U1'}]},"
            + "{'type':'rich_text_list','style':'bullet','elements':[{'type':'rich_text_section',"
            + "'elements':[{'type':'link','url':'https://a.example','text':'x'}]}]},"
            + "{'type':'rich_text_preformatted','elements':[{'type':'text','text':'code'}]}]}";
    String image = "{'type':'image','image_url':'https://a.example/x.png','alt_text':'bars'}";
    assertThat(
            Limits.MESSAGE.complaint(
                message(
                    BUTTON.formatted("a", "Go", ",'style':'primary'"),
                    select(100, ""),
                    rich,
                    image,
                    "{'type':'divider'}",
                    "{'type':'header','text':{'type':'plain_text','text':'h'}}",
                    "{'type':'context','elements':[{'type':'mrkdwn','text':'c'}]}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'section','text':{'type':'mrkdwn','text':''}}                  | more than 0
          {'type':'section'}                                                     | text or fields
          {'type':'section','text':{'type':'mrkdwn','text':'a','emoji':true}}    | additional property: emoji
          {'type':'header','text':{'type':'mrkdwn','text':'a'}}                  | must be plain_text
          {'type':'divider','colour':'red'}                                      | additional property: colour
          {'type':'context','elements':[]}                                       | no fewer than 1
          {'type':'image','image_url':'https://a.example/x.png'}                 | required field: alt_text
          {'type':'input','label':{'type':'plain_text','text':'l'},'element':{'type':'plain_text_input'}} | modals and Home only
          {'type':'actions','elements':[{'type':'plain_text_input'}]}            | unsupported element
          {'type':'actions','elements':[{'type':'checkboxes','options':[]}]}     | no fewer than 1
          {'type':'poem'}                                                        | unsupported type
          {'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':''}]}]} | more than 0
          """)
  void whatIsNotAllowedIsNamed(String block, String complaint) {
    assertThat(Limits.MESSAGE.complaint(message(block))).contains(complaint);
  }

  @Test
  void lengthsAndCountsAreChecked() {
    assertThat(Limits.MESSAGE.complaint(message(BUTTON.formatted("a", "x".repeat(76), ""))))
        .contains("less than 76 characters");
    assertThat(Limits.MESSAGE.complaint(message(BUTTON.formatted("a".repeat(256), "x", ""))))
        .contains("less than 256");
    assertThat(Limits.MESSAGE.complaint(message(BUTTON.formatted("a", "x", ",'style':'blue'"))))
        .contains("must be one of");
    assertThat(Limits.MESSAGE.complaint(message(select(101, "")))).contains("no more than 100");
    assertThat(
            Limits.MESSAGE.complaint(
                message(BUTTON.formatted("a", "x", ""), BUTTON.formatted("a", "y", ""))))
        .contains("must be unique");
    String[] many = new String[51];
    java.util.Arrays.fill(many, "{'type':'divider'}");
    assertThat(Limits.MESSAGE.complaint(message(many))).contains("no more than 50");
    assertThat(
            Limits.MESSAGE.complaint(
                message(
                    select(
                        2,
                        ",'initial_option':{'text':{'type':'plain_text','text':'o'},"
                            + "'value':'7'}"))))
        .contains("not among the options");
  }

  @Test
  void viewsHaveTheirOwnLimits() {
    String view =
        "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"%s\"},\"blocks\":[%s]%s}";
    String input =
        "{\"type\":\"input\",\"label\":{\"type\":\"plain_text\",\"text\":\"l\"},"
            + "\"element\":{\"type\":\"plain_text_input\"}}";
    assertThat(Limits.MODAL.complaint(view.formatted("x".repeat(25), "", "")))
        .contains("less than 25");
    assertThat(Limits.MODAL.complaint(view.formatted("x", input, "")))
        .contains("inputs need submit");
    assertThat(
            Limits.MODAL.complaint(
                view.formatted("x", "", ",\"private_metadata\":\"" + "p".repeat(3001) + "\"")))
        .contains("less than 3001");
    assertThat(Limits.HOME.complaint("{\"type\":\"home\",\"blocks\":[],\"submit\":{}}"))
        .contains("additional property: submit");
    assertThat(Limits.HOME.complaint("{\"type\":\"home\",\"blocks\":[" + input + "]}")).isEmpty();
  }

  @Test
  void aBrokenLimitIsAnsweredAndKept() throws Exception {
    var blocks =
        List.of(
            (com.slack.api.model.block.LayoutBlock)
                Blocks.section(s -> s.text(BlockCompositions.markdownText("x".repeat(3001)))));
    var answer = methods().chatPostMessage(r -> r.channel(general.id()).text("t").blocks(blocks));
    assertThat(answer.getError()).isEqualTo("invalid_blocks");
    assertThat(answer.getResponseMetadata().getMessages().get(0))
        .isEqualTo("[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    assertThat(general.messages()).isEmpty();
    assertThatThrownBy(slack::close).hasMessageContaining("less than 3001");
    assertThat(slack.takeViolations()).hasSize(1);
  }

  @Test
  void blocksWithoutATextAreNoticed() throws Exception {
    var blocks = List.of((com.slack.api.model.block.LayoutBlock) Blocks.divider());
    assertThat(methods().chatPostMessage(r -> r.channel(general.id()).blocks(blocks)).isOk())
        .isTrue();
    assertThat(slack.takeViolations()).singleElement().asString().contains("without a text");
  }
}
