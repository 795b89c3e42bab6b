import { siteOfHost } from "../../core/incident/site.ts";
import { type Message, message } from "../../core/message.ts";

/**
 * What is forgotten with all that is over of a host, and the button that does it. That is of its site: with "www." or without
 * it, and at every port, which a host that is shown with one would hide.
 */
export function forgetWords(host: string): { readonly does: Message; readonly loses: Message } {
  const site = siteOfHost(host);
  const hasPort = /:\d+$/.test(host);
  return {
    does: message("history_forget_site", site),
    loses: message(hasPort ? "history_forget_ports_loses" : "history_forget_site_loses", site),
  };
}
