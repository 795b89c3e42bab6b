import { FormFound } from "./form-back.tsx";
import { WatchedList } from "./watched-list.tsx";

/** What is said beside a page that is no incident. */
export function Aside() {
  return (
    <>
      <FormFound />
      <WatchedList />
    </>
  );
}
