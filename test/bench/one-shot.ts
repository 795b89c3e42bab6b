// npm run bench:one-shot: how often an address that acts is missed, and an ordinary one is protected, with each of them.
import { isOneShot } from "../../src/core/http/one-shot/one-shot.ts";
import { addressesOf, HOST, LISTS } from "../unit/core/http/one-shot/addresses/read.ts";

for (const list of LISTS) {
  const addresses = addressesOf(list);
  const acts = list.startsWith("acting");
  const wrong = addresses.filter((address) => isOneShot(HOST + address) !== acts);
  const share = ((100 * wrong.length) / addresses.length).toFixed(1);
  console.log(`${list}: ${wrong.length} of ${addresses.length} ${acts ? "missed" : "protected"} (${share} %)`);
  for (const address of wrong) console.log(`  ${address}`);
}
