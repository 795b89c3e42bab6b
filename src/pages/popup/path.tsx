import "./path.css";
import type { LinkState, PathView } from "../../core/verdict/path.ts";
import { Icon } from "../ui/icon.tsx";
import { NodeIcon, type NodeId } from "../ui/node-icon.tsx";
import { text } from "../ui/text.tsx";

const NODES: readonly NodeId[] = ["you", "network", "gateway", "site"];

const NAMES = {
  you: "ui_path_you",
  network: "ui_path_network",
  gateway: "ui_path_gateway",
  site: "ui_path_site",
} as const;

/** Where the parts of one word meet: Python|Anywhere, WordPress|.com. */
const SEAMS = /(?<=[a-z])(?=[A-Z])|(?=\.)/;

/** On the user's side a part is not "failing": something there is in the way. */
function wordFor(node: NodeId, state: LinkState) {
  if (state !== "broken") return state === "working" ? "ui_path_working" : "ui_path_unknown";
  return node === "you" || node === "network" ? "ui_path_trouble" : "ui_path_broken";
}

/** A tick, a cross or a question mark: the state without its colour. */
function StateMark({ state }: { readonly state: LinkState }) {
  if (state === "working") {
    return (
      <Icon size={12}>
        <path d="m3 8.5 3.2 3.2L13 4.8" stroke-width="2.2" />
      </Icon>
    );
  }
  if (state === "broken") {
    return (
      <Icon size={12}>
        <path d="m4 4 8 8m0-8-8 8" stroke-width="2.4" />
      </Icon>
    );
  }
  return (
    <Icon size={12}>
      <path d="M5.6 5.4c.1-1.4 1-2.1 2.4-2.1s2.4.9 2.4 2c0 1.8-2.4 1.9-2.4 3.9M8 12.6h.01" stroke-width="2" />
    </Icon>
  );
}

/** The line into a stop: drawn through when both ends work, dotted when not known, with a gap and a cross when broken. */
function Link({ state }: { readonly state: LinkState }) {
  return (
    <span class={`path-link ${state}`} aria-hidden="true">
      {state === "broken" ? (
        <Icon size={16}>
          <path d="m3 3 10 10M13 3 3 13" stroke-width="2.4" />
        </Icon>
      ) : null}
    </span>
  );
}

/** You - Network - Gateway - Site, as a list whose broken stop is marked by shape, colour and word. */
export function Path({ path, host }: { readonly path: PathView; readonly host: string }) {
  return (
    <ol class="path" aria-label={text("ui_path", host)}>
      {NODES.map((node, index) => {
        const state = path[node];
        const product = node === "gateway" && state === "working" ? path.gatewayName : null;
        return (
          <li key={node} class={state} data-node={node} data-state={state}>
            {index > 0 ? <Link state={state} /> : null}
            <span class="path-node">
              <NodeIcon node={node} />
            </span>
            <span class="path-name">{text(NAMES[node])}</span>{" "}
            {/* Other words take their place: moved along they would shift, for they stand centred. */}
            <span key={`${state} ${product}`} class="path-state">
              <StateMark state={state} />
              {product === null ? (
                text(wordFor(node, state))
              ) : (
                <>
                  <bdi title={product}>
                    {product.split(SEAMS).map((part, at) => (at === 0 ? part : [<wbr key={at} />, part]))}
                  </bdi>
                  <span class="unseen"> {text(wordFor(node, state))}</span>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
