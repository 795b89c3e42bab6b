import type { FrontTab } from "../../platform/front-tab.ts";

/**
 * Whether the panel may look at what the tab in front shows: in a private window only at the page about which the user has
 * said so, and at none that comes into its tab later. `wanted`: the tab as it was at that click.
 */
export const mayLook = (tab: FrontTab, wanted: FrontTab | null): boolean =>
  !tab.private || (wanted?.id === tab.id && wanted.url === tab.url);
