import type { ComponentChildren } from "preact";
import type { Timeline as Line } from "../../core/history/timeline.ts";
import { text } from "./text.tsx";
import "./timeline.css";

type What = Line["points"][number]["what"];

const NAMES = {
  began: "timeline_began",
  fails: "timeline_fails",
  "no-answer": "timeline_no_answer",
  refused: "timeline_refused",
  answers: "timeline_answers",
  "tab-fails": "timeline_tab_fails",
  back: "timeline_back",
  paused: "timeline_paused",
  stopped: "timeline_stopped",
  left: "timeline_left",
  now: "timeline_now",
} as const satisfies Record<What, string>;

/** A shape of its own for each kind, so that none depends on its colour: cross, ring, tick, bars, box, bar. */
const SHAPES: Record<What, ComponentChildren> = {
  began: <path d="M0-7V7" />,
  fails: <path d="m-4-4 8 8m0-8-8 8" />,
  "no-answer": <circle r="3.5" />,
  refused: <path d="M-4.5 0h9" />,
  answers: <path d="m0-4.5 4.5 4.5L0 4.5-4.5 0Z" />,
  "tab-fails": <path d="m-4-4 8 8m0-8-8 8M-6-6H6V6H-6Z" />,
  back: <path d="m-5 0 3.5 3.8L5-4" />,
  paused: <path d="M-2-4v8M2-4v8" />,
  stopped: <path d="M-3.5-3.5h7v7h-7Z" />,
  left: <path d="M-4 0h8m-3-3 3 3-3 3" />,
  now: <path d="M0-7V7" stroke-dasharray="2 2" />,
};

/** The line keeps so much of the width clear at both ends, in percent, so that the shapes there have room. */
const EDGE = 3;

/** From here on the time of day alone does not tell when it was: half a day. */
const LONG_MS = 12 * 3_600_000;

const placeOf = (at: number): string => `${EDGE + at * (100 - 2 * EDGE)}%`;

/** The name of one kind, beside its shape. */
const Key = ({ what }: { readonly what: What }) => (
  <li>
    <svg class={`timeline-point ${what}`} width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {SHAPES[what]}
    </svg>
    {text(NAMES[what])}
  </li>
);

interface Props {
  readonly line: Line;
  /** What the picture is of, for whoever does not see it. */
  readonly title: string;
  readonly lang: string;
}

/** An incident as a picture: tries, answers, pauses and the end by shape, colour and word, with a table behind it. */
export function Timeline({ line, title, lang }: Props) {
  const isLong = line.to - line.from > LONG_MS;
  const clock = new Intl.DateTimeFormat(lang, { timeStyle: "medium", ...(isLong ? { dateStyle: "medium" } : {}) });
  const kinds = [...new Set(line.points.map(({ what }) => what))];
  const end = line.points.at(-1);
  return (
    <figure class="timeline">
      {/* The picture's words stand in the table, which everybody can open. It is as wide as there is room; shapes keep their size. */}
      <svg height="32" role="img" aria-label={title}>
        <line class={`timeline-line ${end?.what ?? ""}`} x1={placeOf(0)} x2={placeOf(1)} y1="16" y2="16" />
        {line.points.map(({ at, time, what }, index) => (
          <svg key={`${index} ${time}`} class={`timeline-point ${what}`} x={placeOf(at)} y="16" overflow="visible">
            <title>{`${text(NAMES[what])}, ${clock.format(time)}`}</title>
            {SHAPES[what]}
          </svg>
        ))}
      </svg>
      <p class="timeline-times muted">
        <span>{clock.format(line.from)}</span>
        <span>{clock.format(line.to)}</span>
      </p>
      <ul class="timeline-keys">
        {kinds.map((what) => (
          <Key key={what} what={what} />
        ))}
      </ul>
      <details>
        <summary>{text("timeline_table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{text("timeline_when")}</th>
              <th scope="col">{text("timeline_what")}</th>
            </tr>
          </thead>
          <tbody>
            {line.points.map(({ time, what }, index) => (
              <tr key={`${index} ${time}`}>
                <td>
                  <bdi>{clock.format(time)}</bdi>
                </td>
                <td>{text(NAMES[what])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
