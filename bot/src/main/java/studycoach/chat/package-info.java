/**
 * What people do and what they are shown, the same on every platform, and the port behind which a
 * platform lives. Read {@link studycoach.chat.Incoming} and {@link studycoach.chat.Message} first,
 * then {@link studycoach.chat.ChatAdapter}.
 */
@NullMarked
package studycoach.chat;

import org.jspecify.annotations.NullMarked;
