/**
 * YAML files read with positions, for question packs and the configuration: whatever is wrong
 * becomes a {@link studycoach.yaml.Problem} that names file, line and key. Read {@link
 * studycoach.yaml.YamlMap} first.
 */
@NullMarked
package studycoach.yaml;

import org.jspecify.annotations.NullMarked;
