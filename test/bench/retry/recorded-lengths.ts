/**
 * How long 884 real gateway outages lasted, in seconds, as 64 public uptime monitors recorded them from 2020 to 2026: of 358
 * with 502 the middles of 40 equal shares, of 526 with 503, 504 or 520 to 530 those of 60, to two digits. Every monitor
 * looks every five to ten minutes, so shorter outages are mostly missing. The bench plays them where it is not given the
 * outages themselves.
 */
const AFTER_502 = [
  140, 350, 420, 440, 500, 530, 560, 590, 650, 680, 710, 720, 780, 820, 870, 930, 980, 1000, 1100, 1100, 1300, 1400,
  1500, 1700, 1900, 2100, 2200, 2500, 2900, 3300, 3600, 4400, 5500, 6600, 9800, 15_000, 26_000, 49_000, 82_000, 240_000,
];
const AFTER_OTHERS = [
  130, 230, 280, 290, 300, 300, 340, 380, 400, 420, 460, 500, 510, 510, 520, 540, 560, 570, 580, 600, 600, 640, 660,
  670, 690, 710, 730, 750, 790, 800, 850, 880, 910, 960, 1000, 1100, 1100, 1100, 1200, 1200, 1300, 1300, 1400, 1400,
  1500, 1600, 1700, 1900, 2100, 2200, 2500, 2800, 3200, 4200, 4800, 5500, 7400, 11_000, 18_000, 100_000,
];

/** A hundred outages that stand for all, by the status that they are played with. */
export const RECORDED_LENGTHS = [
  ...AFTER_502.map((length) => ({ length, status: 502 })),
  ...AFTER_OTHERS.map((length) => ({ length, status: 503 })),
] as const;
