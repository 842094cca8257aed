package studycoach.feature.link;

/**
 * The question whether two accounts are to be linked.
 *
 * @param code the row of the code that was entered
 * @param giver the home of the account whose code it is
 * @param taker the home of the account that has entered it, and is asked
 */
record Request(long id, long code, long giver, long taker) {}
