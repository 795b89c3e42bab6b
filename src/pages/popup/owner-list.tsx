import "./owner-list.css";
import type { Message } from "../../core/message.ts";
import { translate } from "../../platform/i18n.ts";
import { text } from "../ui/text.tsx";

interface Props {
  readonly notes: readonly Message[];
  /** The user runs the site: it is on this machine. */
  readonly yours?: boolean;
}

/** What whoever runs the site should look at first. Some of it comes from outside and is shown as text. */
export function OwnerList({ notes, yours = false }: Props) {
  if (notes.length === 0) return null;
  return (
    <section class={yours ? "owner yours" : "owner"}>
      <h2>{text(yours ? "ui_support_owner_yours" : "ui_support_owner")}</h2>
      <ol>
        {notes.map((note) => (
          <li key={note.key}>
            <bdi>{translate(note)}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
