@NullMarked
package studycoach.store;

import org.jspecify.annotations.NullMarked;
