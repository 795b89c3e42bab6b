// Writes src/pages/popup/land.json: the world as a coarse grid of dots, "#" for land, four degrees apart, from 82 degrees
// north to 54 south. The land is Natural Earth's (public domain), as the npm package world-atlas has it.
// Run: node scripts/land.mjs path/to/world-atlas/land-110m.json
import { readFileSync, writeFileSync } from "node:fs";

const STEP = 4;
const [north, south] = [82, -54];

const { arcs, transform, objects } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { scale, translate } = transform;

/** An arc of the topology as longitudes and latitudes: its points are counted from one another. */
const lines = arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});
const ring = (indices) => indices.flatMap((index) => (index < 0 ? [...lines[~index]].reverse() : lines[index]));
const rings = objects.land.geometries
  .flatMap(({ type, arcs: parts }) => (type === "Polygon" ? [parts] : parts))
  .flatMap((polygon) => polygon.map(ring));

/** Even-odd rule over all rings, so that lakes are holes. */
const isLand = (x, y) => {
  let inside = false;
  for (const points of rings) {
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [points[i], points[j]];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
};

const rows = [];
for (let latitude = north; latitude >= south; latitude -= STEP) {
  let row = "";
  for (let longitude = -180 + STEP / 2; longitude < 180; longitude += STEP)
    row += isLand(longitude, latitude) ? "#" : ".";
  rows.push(row);
}
writeFileSync(
  new URL("../src/pages/popup/land.json", import.meta.url),
  `${JSON.stringify({ north, step: STEP, rows }, null, 2)}\n`,
);
