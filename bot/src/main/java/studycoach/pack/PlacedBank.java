package studycoach.pack;

import java.nio.file.Path;
import java.util.List;
import studycoach.yaml.Problem;

/**
 * A questions folder with the place of everything in it, for those who work on the files; who only
 * serves questions takes the {@link Bank}.
 *
 * @param packs by folder
 * @param problems of the format, as in {@link Bank#problems}
 */
public record PlacedBank(List<PlacedPack> packs, List<Problem> problems) {
  public PlacedBank {
    packs = List.copyOf(packs);
    problems = List.copyOf(problems);
  }

  /** Reads a folder as {@link Bank#load} does. */
  public static PlacedBank load(Path questionsFolder) {
    return new BankReader(questionsFolder).read();
  }

  /** What is served, without the places. */
  public Bank bank() {
    return new Bank(packs.stream().map(PlacedPack::pack).toList(), problems);
  }

  /** The questions of all packs. */
  public List<PlacedQuestion> questions() {
    return packs.stream().flatMap(pack -> pack.questions().stream()).toList();
  }
}
