/**
 * A repair that waits for the browser's prompt may be taken off the tab before that is answered: another failure stands
 * there by then, and its check. What the prompt grants after that belongs to nobody, and is given back.
 */
import * as v from "valibot";
import { lazily } from "../../core/lazily.ts";
import { REPAIR_PERMISSIONS } from "../../core/repair/repair.ts";
import type { RepairGrant } from "../../platform/permissions.ts";
import { type StoredValue, update, updateWith } from "../../platform/storage.ts";

const schema = lazily(() =>
  v.array(v.object({ permissions: v.array(v.picklist(REPAIR_PERMISSIONS)), origins: v.array(v.string()) })),
);

/** Memory only: with the browser's end its prompt is gone, and what was granted is given back at its start. */
const OWED: StoredValue<readonly RepairGrant[]> = {
  key: "owed-after-repairs",
  area: "session",
  version: 1,
  initial: [],
  parse(raw) {
    const parsed = v.safeParse(schema(), raw);
    return parsed.success ? parsed.output : null;
  },
};

/** More prompts than this nobody leaves open. */
const MOST = 20;

/** This is to be given back once the browser grants it. */
export const owe = (grant: RepairGrant): Promise<unknown> => update(OWED, (owed) => [...owed, grant].slice(-MOST));

/** Everything that is owed, which is nobody's debt any more. */
export const takeOwed = (): Promise<readonly RepairGrant[]> =>
  updateWith(OWED, (owed) => ({ value: owed.length === 0 ? owed : [], result: owed }));
