import type { PlaceAnswer } from "../../core/places/place.ts";
import land from "./land.json" with { type: "json" };
import { PlaceMark } from "./place-mark.tsx";

const { north, step, rows } = land;
/** Units of the drawing for one dot of the grid. */
const UNIT = 4;
const WIDTH = (360 / step) * UNIT;
const HEIGHT = rows.length * UNIT;

/** Every dot of land as a line without length, which round ends make visible. */
const DOTS = rows
  .flatMap((row, y) => [...row].map((dot, x) => (dot === "#" ? `M${(x + 0.5) * UNIT} ${(y + 0.5) * UNIT}h0` : "")))
  .join("");

const within = (value: number, limit: number): number => Math.min(limit, Math.max(0, value));

/** Where a place lies on the map; one outside the cut lies on its edge. */
export function spotOf({ latitude, longitude }: Pick<PlaceAnswer, "latitude" | "longitude">): { x: number; y: number } {
  return {
    x: within(((longitude + 180) / step) * UNIT, WIDTH),
    y: within(((north - latitude) / step + 0.5) * UNIT, HEIGHT),
  };
}

/** The places on a small map of the world. Beside the list it says nothing new, so readers of screens skip it. */
export function WorldMap({ places }: { readonly places: readonly PlaceAnswer[] }) {
  return (
    <svg class="world" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="land" d={DOTS} />
      {places.map((place, index) => {
        const { x, y } = spotOf(place);
        return (
          <g key={index} transform={`translate(${x} ${y}) scale(1.6)`}>
            <PlaceMark result={place.result} />
          </g>
        );
      })}
    </svg>
  );
}
