import type { Door } from "../door.ts";
import { ANSWER_DOORS } from "./answers.ts";
import { HTTP_DOORS } from "./http.ts";
import { JUDGED_DOORS } from "./judged.ts";
import { MESSAGE_DOORS } from "./messages.ts";
import { PAGE_DOORS } from "./pages.ts";
import { STORED_DOORS } from "./stored.ts";

/** Every place where data from outside is read; `test/contract/doors.test.ts` finds those that are missing. */
export const DOORS: readonly Door[] = [
  ...HTTP_DOORS,
  ...PAGE_DOORS,
  ...JUDGED_DOORS,
  ...MESSAGE_DOORS,
  ...ANSWER_DOORS,
  ...STORED_DOORS,
];
