/**
 * Chance that repeats itself: numbers from 0 to 1 (1 excluded) that depend on the seed alone. A counter goes
 * through two rounds of multiply and xor-shift on 32 bits; even enough for a simulation, unfit for secrets.
 */
export function seeded(seed: number): () => number {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
