import type { PlaceResult } from "../../core/places/place.ts";

/** A place's answer as a shape about the origin, so that it tells without its colour. */
export function PlaceMark({ result }: { readonly result: PlaceResult }) {
  switch (result) {
    case "works":
      return <circle class="place works" r="2.6" />;
    case "down":
      return <path class="place down" d="M-2.3-2.3 2.3 2.3M-2.3 2.3 2.3-2.3" />;
    case "blocked":
      return <rect class="place unclear" x="-2.2" y="-2.2" width="4.4" height="4.4" />;
    default:
      return <circle class="place unclear" r="2.3" />;
  }
}
