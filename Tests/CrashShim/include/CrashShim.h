/* Loaded in front of the C library, ends the process at a chosen point of its
 * writing. Configured by the environment:
 *   CRASH_UNDER  only what touches paths under this folder counts
 *   CRASH_AT     the number of the call at which to end, from 1; 0 never
 *   CRASH_AFTER  1 to let that call happen first
 *   CRASH_ERROR  instead of ending, make that call fail with this errno
 *   CRASH_RECORD a file to which every such call is written down
 *   CRASH_NO_SYNC 1 to let every sync do nothing, as a careless setting would
 *   CRASH_COUNT  a file that is given the number of calls at a normal exit
 */
#ifndef CRASHSHIM_H
#define CRASHSHIM_H
#endif
