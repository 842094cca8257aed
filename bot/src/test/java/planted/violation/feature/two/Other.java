package planted.violation.feature.two;

/** A feature that another one must not know. */
public record Other() {}
