/**
 * Between the platforms and the features: finds the handler of what a person did, and tells what
 * went wrong. Read {@link studycoach.engine.Feature} first, then {@link studycoach.engine.Router}.
 */
@NullMarked
package studycoach.engine;

import org.jspecify.annotations.NullMarked;
