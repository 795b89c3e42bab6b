import { useState } from "preact/hooks";
import { Status } from "../ui/status.tsx";
import { FormFound } from "./form-back.tsx";
import { WatchedList } from "./watched-list.tsx";

/** What is said beside a page that is no incident. */
export function Aside() {
  const [says, setSays] = useState("");
  return (
    <>
      <FormFound />
      <WatchedList onSay={setSays} />
      <Status class="muted">{says}</Status>
    </>
  );
}
