import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { connect, createServer, type Server } from "node:net";
import type { LabProbe, Meeting, Question } from "./globalping.ts";
import { LAB_PROBES } from "./globalping.ts";
import type { Lab } from "./lab.ts";
import { LOOPBACK } from "./ports.ts";

/** How the lab's site is reached from outside the browser. */
export interface Outside {
  /** Where everybody is led. */
  readonly lab: Lab;
  /** Where this browser is led, when that is another machine, and the address that this machine has. */
  readonly astray: { readonly lab: Lab; readonly address: string } | null;
  /** Places on the user's own continent are led where this browser is. */
  readonly nearIsAstray: boolean;
}

const PATIENCE_MS = 8_000;
/** The lab's user sits in Berlin. */
const NEAR = "EU";
const BODY_LIMIT = 10_000;

/** Each place has an address of its own on loopback, none of them the browser's. */
const addressOf = (at: LabProbe): string => `127.0.2.${LAB_PROBES.indexOf(at) + 1}`;

function machineFor(at: LabProbe, target: string, { lab, astray, nearIsAstray }: Outside): Lab {
  if (astray === null) return lab;
  if (target === astray.address) return astray.lab;
  return nearIsAstray && at.continent === NEAR ? astray.lab : lab;
}

/**
 * What places meet that really open the lab's site: each asks the machine to which it is led, from an address of
 * its own, and tells what came back.
 */
export const placesOutside =
  (outside: Outside) =>
  (at: LabProbe, { target, measurementOptions }: Question): Promise<Meeting> => {
    const { request: asked, protocol } = measurementOptions ?? {};
    const isSecure = protocol !== "HTTP";
    const machine = machineFor(at, target, outside);
    const { gatewayHttp, gatewayHttps } = machine.ports;
    return new Promise((resolve) => {
      const going = (isSecure ? secureRequest : request)(
        {
          host: LOOPBACK,
          port: isSecure ? gatewayHttps : gatewayHttp,
          localAddress: addressOf(at),
          path: asked?.path ?? "/",
          headers: { host: asked?.host ?? target, "user-agent": "globalping probe (lab)" },
          rejectUnauthorized: false,
          timeout: PATIENCE_MS,
          agent: false,
        },
        async (answer) => {
          let body = "";
          const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, `${value}`]));
          const { astray } = outside;
          const address = machine === astray?.lab ? astray.address : (machine.world.addresses[0] ?? LOOPBACK);
          const tell = () =>
            resolve({ status: answer.statusCode ?? 0, headers, body: body.slice(0, BODY_LIMIT), address });
          // What breaks off has answered all the same.
          answer.on("data", (piece) => {
            body += piece;
          });
          answer.on("end", tell).on("error", tell);
        },
      );
      going.on("timeout", () => going.destroy());
      going.on("error", () => resolve({ failure: "target" }));
      going.end();
    });
  };

/** Lets a lab's gateway be reached at a second address as well, by the same ports. */
export async function atSecondAddress(
  { ports: { gatewayHttp, gatewayHttps } }: Lab,
  address: string,
): Promise<readonly Server[]> {
  return Promise.all(
    [gatewayHttp, gatewayHttps].map(async (port) => {
      const server = createServer((socket) => {
        const onward = connect(port, LOOPBACK);
        socket.pipe(onward).pipe(socket);
        for (const [end, other] of [[socket, onward] as const, [onward, socket] as const]) {
          end.on("error", () => other.destroy()).on("close", () => other.destroy());
        }
      });
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject).listen(port, address, resolve);
      });
      return server;
    }),
  );
}
