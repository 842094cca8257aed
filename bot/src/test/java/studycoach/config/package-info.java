@NullMarked
package studycoach.config;

import org.jspecify.annotations.NullMarked;
