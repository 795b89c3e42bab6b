import { ORIGIN, reacting } from "../faults.ts";
import { PAGE_WORKER_PATH } from "../page-worker-script.ts";
import type { Behaviour } from "../upstream.ts";
import { WORKER_SHAPES, type WorkerShape } from "../worker-shapes.ts";
import { killed, script, signedInOutage, withPageWorker } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";

const worker = { url: `${ORIGIN}/news`, prepareUrl: `${ORIGIN}/-/prepare/page-worker` };
/** The site works, and hands out the same worker when the browser looks for a newer one. */
const healthy = (shape: WorkerShape): (() => Behaviour) => withPageWorker(WORKER_SHAPES[shape]);
const behind = (shape: WorkerShape) => ({ ...worker, whilePreparing: healthy(shape) });

const down = {
  side: "server",
  cause: "origin-down",
  alsoAccept: ["origin-invalid", "origin-slow", "overload"],
} as const;
const offline = { side: "you", cause: "offline" } as const;
const ofWorker = { side: "you", cause: "page-worker" } as const;

/** The computer has lost its connection, and the worker writes what this shape writes then. */
const cutOff = (shape: WorkerShape): Draft => ({
  id: `worker-${shape}-cut-off`,
  gateway: "nginx",
  fault: `no connection, and a worker's own page (${shape})`,
  truth: offline,
  twin: `worker-${shape}-site-down`,
  staging: {
    program: "nginx",
    ...behind(shape),
    behaviour: healthy(shape),
    isCutOff: true,
    connectivity: "no-internet",
  },
});

/** The same page of the worker's, for the site is down. */
const siteDown = (shape: WorkerShape, program: "nginx" | "haproxy" | "apache" | "caddy"): Draft => ({
  id: `worker-${shape}-site-down`,
  gateway: program,
  fault: `the site is down behind a worker (${shape})`,
  truth: down,
  staging: { program, ...behind(shape), behaviour: killed },
});

/** Only what says its version fails: an old worker's requests. */
const refusingOldVersions = (): Behaviour =>
  reacting(({ appVersion, path }) =>
    path === PAGE_WORKER_PATH ? script(WORKER_SHAPES["adds-field"]) : appVersion === "" ? "serve" : "drop",
  );

/** Workers of every common shape that write, keep or spoil the page, each beside what looks the same in the tab. */
export const PAGE_WORKERS: readonly Draft[] = [
  cutOff("offline"),
  siteDown("offline", "nginx"),
  cutOff("offline-504"),
  siteDown("offline-504", "caddy"),
  cutOff("offline-german"),
  siteDown("offline-german", "haproxy"),
  cutOff("offline-json"),
  siteDown("offline-json", "apache"),
  siteDown("preload", "nginx"),
  siteDown("wrapping", "haproxy"),
  {
    id: "worker-offline-and-back",
    gateway: "nginx",
    fault: "a worker's own page, and everything works again at the click",
    truth: { side: "server", cause: "transient", needsAnotherBrowser: true, isOver: true },
    twin: "worker-offline-cut-off",
    staging: { program: "nginx", ...behind("offline"), behaviour: killed, afterwards: healthy("offline") },
  },
  {
    id: "worker-offline-site-silent",
    gateway: "nginx",
    fault: "a worker's own page, and the site alone is silent: dead, or kept from this network",
    truth: { side: "server", cause: "origin-down", needsAnotherBrowser: true },
    twin: "worker-offline-cut-off",
    staging: { program: "nginx", ...behind("offline"), behaviour: healthy("offline"), isCutOff: true },
  },
  {
    id: "worker-broken",
    gateway: "nginx",
    fault: "a worker that fails for ever, whatever the site says",
    truth: ofWorker,
    twin: "worker-apologising-site-down",
    staging: { program: "nginx", ...behind("broken"), behaviour: healthy("broken") },
  },
  siteDown("apologising", "nginx"),
  {
    id: "worker-stored-offline",
    gateway: "haproxy",
    fault: "a worker that has its offline page in the place of a page",
    truth: ofWorker,
    twin: "worker-stored-offline-site-down",
    staging: { program: "haproxy", ...behind("stored-offline"), behaviour: healthy("stored-offline") },
  },
  siteDown("stored-offline", "haproxy"),
  {
    id: "worker-adds-field",
    gateway: "nginx",
    fault: "a worker that adds a field to its requests, on which the site breaks",
    truth: ofWorker,
    twin: "worker-adds-field-site-down",
    staging: { program: "nginx", ...behind("adds-field"), behaviour: refusingOldVersions },
  },
  siteDown("adds-field", "nginx"),
  {
    id: "worker-adds-cookies-accounts-down",
    gateway: "nginx",
    fault: "a worker that adds the user's cookies, while accounts are down",
    truth: { side: "server", cause: "signed-in", needsAnotherBrowser: true },
    twin: "worker-adds-field",
    staging: {
      program: "nginx",
      url: `${ORIGIN}/account`,
      prepareUrl: `${ORIGIN}/-/prepare/page-worker-signed-in`,
      whilePreparing: healthy("adds-cookies"),
      behaviour: signedInOutage("serve"),
    },
  },
];
