import { ORIGIN } from "../faults.ts";
import { STAND_INS } from "../stand-ins.ts";
import { saying, sayingInFields } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";

/** Services that cannot run here, each down for everybody. */
export const SERVICES: readonly Draft[] = STAND_INS.map(
  ({ id, product, cause, alsoAccept = [], answer, inFields }) => ({
    id,
    gateway: product,
    fault: `says ${answer.status}`,
    truth: { side: "server", cause, alsoAccept },
    staging: {
      program: "node",
      url: `${ORIGIN}/cart`,
      behaviour: inFields ? sayingInFields(answer, inFields) : saying(answer),
    },
  }),
);
