/** Tests of reading YAML. Read {@link studycoach.yaml.YamlMapTest} first. */
@NullMarked
package studycoach.yaml;

import org.jspecify.annotations.NullMarked;
