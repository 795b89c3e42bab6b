import type { PlaceAnswer, PlaceResult } from "../../core/places/place.ts";
import { unbroken } from "../../core/span.ts";
import { text } from "../ui/text.tsx";
import { PlaceMark } from "./place-mark.tsx";

const WORDS = {
  pending: "ui_place_pending",
  works: "ui_place_works",
  down: "ui_place_down",
  blocked: "ui_place_blocked",
  cached: "ui_place_cached",
  none: "ui_place_none",
} as const satisfies Record<PlaceResult, string>;

/** A country's name in the user's language, or its code. */
export function countryName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

interface Props {
  readonly places: readonly PlaceAnswer[];
  readonly lang: string;
}

/** Every place with what it met and how long that took. The names come from outside and are shown as text. */
export function PlaceList({ places, lang }: Props) {
  const seconds = new Intl.NumberFormat(lang, {
    style: "unit",
    unit: "second",
    unitDisplay: "short",
    maximumSignificantDigits: 2,
  });
  return (
    <ul class="places">
      {places.map(({ city, country, result, status, took }, index) => (
        <li key={index} data-place={city} data-result={result}>
          <svg class="icon" viewBox="-4 -4 8 8" aria-hidden="true">
            <PlaceMark result={result} />
          </svg>
          <span>
            <bdi>{city === "" ? countryName(country, lang) : `${city}, ${countryName(country, lang)}`}</bdi>
            {": "}
            {text(WORDS[result])}
          </span>
          <span class="muted">
            {[status, took === null ? null : unbroken(seconds.format(took / 1000))]
              .filter((fact) => fact !== null)
              .join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
