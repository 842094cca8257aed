/**
 * Saying that a question is wrong: what people report, and what organisers do about it. Read {@link
 * studycoach.feature.report.ReportFeature} first.
 */
@NullMarked
package studycoach.feature.report;

import org.jspecify.annotations.NullMarked;
