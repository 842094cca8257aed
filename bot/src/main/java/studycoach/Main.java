package studycoach;

/** The program's entrance. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("Study Coach");
  }
}
