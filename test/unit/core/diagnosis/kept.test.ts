import { describe, expect, it } from "vitest";
import { CHECKS, judge } from "../../../../src/core/checks/index.ts";
import { begin } from "../../../../src/core/diagnosis/begin.ts";
import { finishedCheckOf, restored } from "../../../../src/core/diagnosis/kept.ts";
import type { Diagnosis } from "../../../../src/core/diagnosis/state.ts";
import { viewOf } from "../../../../src/core/diagnosis/view.ts";
import type { Answer } from "../../../../src/core/http/answer.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { holds } from "../../../property.ts";
import { fails, ok, page, response, signals } from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";
import { incident, lastOf, NOW, play, world } from "./given.ts";

const long = (status: number) => {
  const fields = { age: "3", "x-cache": "HIT", "content-security-policy": "z".repeat(4_000) };
  return ok({ ...response(status, fields), body: "x".repeat(16_000) } as Answer);
};

/** A check that ended with these signals. */
const ended = (given: Signals): Diagnosis => {
  const [check] = begin("check-1", incident(), {}, NOW);
  return { ...check, signals: given, state: { name: "judged", at: NOW + 8_000 } };
};

function keptSignals(given: Signals): Signals {
  const kept = finishedCheckOf(ended(given));
  if (!kept) throw new Error("nothing is kept");
  return kept.signals;
}

describe("a check that is kept", () => {
  it("shows the same when it is taken up again", () => {
    holds(
      [anySignals],
      (given) => {
        const check = lastOf(play(incident(), world(given)));
        const kept = finishedCheckOf(check);
        const again = kept && restored(JSON.parse(JSON.stringify(kept)));
        const { endsBy: _then, ...view } = viewOf(check);
        expect(again && viewOf(again)).toMatchObject(view);
      },
      { runs: 25 },
    );
  });

  it("is nothing while it has no verdict", () => {
    expect(finishedCheckOf(begin("check-1", incident(), {}, NOW)[0])).toBeNull();
  });
});

describe("the signals kept of a check that has ended", () => {
  it("are judged as the whole ones are", () => {
    holds(
      [anySignals],
      (given) => {
        const kept = keptSignals(given);
        expect(CHECKS.map((check) => judge(check, kept))).toEqual(CHECKS.map((check) => judge(check, given)));
      },
      { runs: 150 },
    );
  });

  it("are what shows who wrote the page, and of other answers what they mean", () => {
    const given = signals({
      page: page({ html: "<h1>502</h1>", links: ["https://status.shop.example/"] }),
      anonymous: long(502),
      retries: [long(200), fails],
      root: long(502),
      throughPageWorker: [long(502)],
    });
    const kept = keptSignals(given);
    expect(kept.page).toEqual(page({ html: "<h1>502</h1>" }));
    expect(kept.anonymous).toEqual(given.anonymous);
    const meant = (status: number) => ok(response(status, { age: "3", "x-cache": "HIT" }));
    expect(kept).toMatchObject({ retries: [meant(200), fails], root: meant(502), throughPageWorker: [meant(502)] });
  });

  it("have no text of an answer that is no failure", () => {
    const { anonymous } = keptSignals(signals({ anonymous: long(200) }));
    expect(anonymous).toMatchObject({
      value: { body: "", headers: [["age", "3"], ["x-cache", "HIT"], expect.anything()] },
    });
  });
});
