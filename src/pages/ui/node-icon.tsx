import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

export type NodeId = "you" | "network" | "gateway" | "site";

const DRAWINGS: Record<NodeId, ComponentChildren> = {
  you: (
    <>
      <rect x="3" y="3" width="10" height="7" rx="1" />
      <path d="M1.5 12.5h13" />
    </>
  ),
  network: <path d="M2 6.5a8.5 8.5 0 0 1 12 0M4.2 9a5.4 5.4 0 0 1 7.6 0M6.3 11.4a2.4 2.4 0 0 1 3.4 0M8 13.5h.01" />,
  gateway: <path d="M2 13.5V7.5a6 6 0 0 1 12 0v6M5.5 13.5V8a2.5 2.5 0 0 1 5 0v5.5M1 13.5h14" />,
  site: (
    <>
      <rect x="1.5" y="2.5" width="13" height="11" rx="1.5" />
      <path d="M1.5 6h13M4 4.3h.01M6 4.3h.01" />
    </>
  ),
};

/** One stop on the way from the user to the site. */
export function NodeIcon({ node }: { readonly node: NodeId }) {
  return <Icon size={20}>{DRAWINGS[node]}</Icon>;
}
