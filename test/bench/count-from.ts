/** A number of things as somebody has typed it: whole, and at least one. Throws with what it is for, so that no run begins that measures nothing. */
export function countFrom(typed: string, name: string): number {
  if (!/^[1-9]\d{0,6}$/.test(typed)) throw new Error(`${name} takes a whole number from 1 on, not "${typed}"`);
  return Number(typed);
}
