/**
 * What learners plan for themselves: {@code plan goal}, the day of the exam and how much they study
 * until then. Read {@link studycoach.feature.plan.PlanFeature} first.
 */
@NullMarked
package studycoach.feature.plan;

import org.jspecify.annotations.NullMarked;
