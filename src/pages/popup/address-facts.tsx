import "./details.css";
import type { AddressFacts } from "../../core/places/second-opinion.ts";
import { text } from "../ui/text.tsx";

/** The addresses themselves: where this browser went, and where each resolver leads. */
export function AddressFactsList({ facts }: { readonly facts: AddressFacts }) {
  return (
    <dl class="details">
      <div>
        <dt>{text("ui_address_reached")}</dt>
        <dd>{facts.reached === null ? text("ui_address_not_told") : <code>{facts.reached}</code>}</dd>
      </div>
      {facts.resolvers.map(({ name, answer }) => (
        <div key={name}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            {answer === null || answer.addresses.length === 0 ? (
              text(answer?.exists === false ? "ui_address_no_such_name" : "ui_address_no_answer")
            ) : (
              <code>{answer.addresses.slice(0, 6).join(" ")}</code>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
