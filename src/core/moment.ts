/** The last moment that a date can hold, and the first one below zero: epoch milliseconds (ECMA-262, "Time Values"). */
const LAST_MOMENT = 8.64e15;

/** Whether a number is a moment in epoch milliseconds. Anything beyond can neither be shown nor written: that throws. */
export const isMoment = (at: number): boolean => Math.abs(at) <= LAST_MOMENT;
