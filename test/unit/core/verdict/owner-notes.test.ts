import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import type { GatewayWord } from "../../../../src/core/gateways/gateway.ts";
import type { NoteFacts } from "../../../../src/core/gateways/note.ts";
import { FAMILY_NOTES, VISITORS_BOXES } from "../../../../src/core/gateways/notes.ts";
import { ownerNotes } from "../../../../src/core/verdict/owner-notes.ts";
import { holds } from "../../../property.ts";
import { GIVEN, NOBODY, WORDS } from "./owner-given.ts";

const keysFor = (over: Partial<NoteFacts>) => ownerNotes({ ...GIVEN, ...over }).map(({ key }) => key);

describe("the notes for whoever runs the site", () => {
  it("begin with the lines of the gateway's own log and end with what holds for any gateway", () => {
    expect(keysFor({})).toEqual([
      "owner_nginx_refused",
      "owner_nginx_closed",
      "owner_nginx_no_live",
      "owner_origin_down_listening",
    ]);
  });

  it("carry the time of the first failure in UTC, the product, the id, the reason and the seconds waited", () => {
    const [first] = ownerNotes({ ...GIVEN, requestId: "b7c1", detail: "x", waited: 60_049 });
    expect(first?.args).toEqual(["14:02:11 UTC", "nginx", "b7c1", "x", "60.0"]);
  });

  it("do not repeat in general what the gateway's own say precisely", () => {
    expect(keysFor({ cause: "origin-slow", word: "origin-slow", waited: 60_000 })).toEqual([
      "owner_nginx_timed_out",
      "owner_nginx_read_timeout",
      "owner_origin_slow_waited",
      "owner_origin_slow_where",
    ]);
    const dns = {
      family: "apache",
      product: "Apache httpd",
      word: "misconfigured",
      detail: "DNS lookup failure",
    } as const;
    expect(keysFor({ cause: "misconfigured", ...dns })).toEqual(["owner_apache_dns"]);
  });

  it("leave general ones out for a service whose owner runs no gateway", () => {
    const vercel = { family: "vercel", product: "Vercel", word: "switched-off", detail: "DEPLOYMENT_PAUSED" } as const;
    expect(keysFor({ cause: "switched-off", ...vercel })).toEqual(["owner_vercel_paused"]);
  });

  it("are those of the cause where no gateway is recognised", () => {
    expect(keysFor({ ...NOBODY })).toEqual(["owner_origin_down_listening", "owner_origin_down_died"]);
  });

  it("put the cause first where the gateway's word speaks of another", () => {
    expect(keysFor({ cause: "intermittent" })[0]).toBe("owner_intermittent_one");
    expect(keysFor({ cause: "intermittent" })).toContain("owner_nginx_refused");
    expect(keysFor({ cause: "maintenance", word: "unavailable" })[0]).toBe("owner_maintenance_switch");
  });

  it.each(["cookies", "stale-cache", "page-worker"] as const)("leave the gateway's log out of it: %s", (cause) => {
    const alone = keysFor({ cause, ...NOBODY });
    expect(alone.length).toBeGreaterThan(0);
    expect(keysFor({ cause })).toEqual(alone);
  });

  it("send the owner behind a gateway that only passed the error on", () => {
    expect(keysFor({ word: "passed-on" })).toContain("owner_passed_on");
  });

  it.each(VISITORS_BOXES)("know nothing of a box on the visitor's way: %s", (family) => {
    const expected = keysFor({ ...NOBODY });
    expect(keysFor({ family, product: "Fiddler", word: "origin-down" })).toEqual(expected);
    expect(keysFor({ family, product: "Fiddler", word: "passed-on" })).toEqual(expected);
  });

  it.each(["offline", "captive-portal", "bot-check", "local-proxy", "extension", "stale-address", "unknown"] as const)(
    "are none where the owner can do nothing: %s",
    (cause) => {
      expect(keysFor({ cause, requestId: "b7c1" })).toEqual([]);
    },
  );
});

describe("a note that quotes the request id", () => {
  const heroku = { family: "heroku", product: "Heroku" } as const;
  const ID = "01234567-89ab-cdef-0123-456789abcdef";

  it("is chosen where the id is known", () => {
    expect(keysFor({ ...heroku, requestId: ID })[0]).toBe("owner_heroku_log_by_id");
  });

  it("gives way to the time where none is known, or where the id is another hop's", () => {
    expect(keysFor({ ...heroku })[0]).toBe("owner_heroku_log");
    expect(keysFor({ ...heroku, requestId: "8f1d2c3b4a596877-FRA" })[0]).toBe("owner_heroku_log");
  });

  it("comes once, and last where nothing else quotes the id", () => {
    expect(keysFor({ ...NOBODY, requestId: "b7c1" })).toEqual([
      "owner_origin_down_listening",
      "owner_origin_down_died",
      "owner_id_by_id",
    ]);
    expect(keysFor({ ...heroku, requestId: ID })).not.toContain("owner_id_by_id");
  });
});

describe("a long wait", () => {
  const slow = { cause: "origin-slow", ...NOBODY } as const;
  it("is compared with timeouts, a short one or an unknown one is not", () => {
    expect(keysFor({ ...slow, waited: 60_000 })[0]).toBe("owner_origin_slow_waited");
    expect(keysFor({ ...slow, waited: 60_000 })).not.toContain("owner_origin_slow_compare");
    expect(keysFor({ ...slow, waited: 999 })[0]).toBe("owner_origin_slow_compare");
    expect(keysFor({ ...slow, waited: null })[0]).toBe("owner_origin_slow_compare");
  });
});

describe("on the user's own machine", () => {
  const home = { cause: "own-machine", alternatives: [] } as const;

  it("the first step is the program itself, the second the gateway's log", () => {
    expect(keysFor(home).slice(0, 2)).toEqual(["owner_origin_down_listening", "owner_nginx_refused"]);
  });

  it("the gateway's word decides", () => {
    expect(keysFor({ ...home, word: "origin-slow" })).toContain("owner_nginx_timed_out");
    expect(keysFor({ ...home, word: "unavailable" })).toContain("owner_nginx_limits");
    expect(keysFor({ ...home, word: "gateway-fault" })).toContain("owner_nginx_own_error");
  });

  it("the next likeliest cause decides where there is no word, else the status", () => {
    expect(keysFor({ ...home, ...NOBODY, alternatives: ["cookies", "overload"] })).toContain("owner_overload_limits");
    expect(keysFor({ ...home, ...NOBODY, status: 504 })).toContain("owner_origin_slow_compare");
    expect(keysFor({ ...home, ...NOBODY, status: 500 })).toEqual(["owner_own_machine_terminal"]);
  });

  it("an error that was passed on leads to the program behind", () => {
    expect(keysFor({ ...home, word: "passed-on" })).toEqual(["owner_passed_on"]);
  });
});

describe("a gateway's own reason", () => {
  it.each([
    ["cloudflare", "Cloudflare", "origin-down", "521", "owner_cloudflare_521"],
    ["cloudflare", "Cloudflare", "origin-down", "1033", "owner_cloudflare_1033"],
    ["cloudflare", "Cloudflare", "origin-down", null, "owner_cloudflare_tunnel"],
    ["cloudflare", "Cloudflare", "no-valid-answer", "502", "owner_cloudflare_origin"],
    ["squid", "Squid", "origin-down", "ERR_CONNECT_FAIL 111", "owner_squid_connect"],
    ["squid", "Squid", "misconfigured", "ERR_DNS_FAIL", "owner_squid_dns"],
    ["apache", "Apache httpd", "misconfigured", "DNS lookup failure for", "owner_apache_dns"],
    ["apache", "Apache httpd", "misconfigured", "Error during SSL Handshake", "owner_apache_tls"],
    ["fastly", "Fastly", "origin-slow", "first byte timeout", "owner_fastly_timeout"],
    ["fastly", "Fastly", "origin-down", "Connection refused", "owner_fastly_connect"],
    ["microsoft", "Microsoft IIS", "origin-down", null, "owner_iis_httperr"],
    ["microsoft", "Microsoft IIS", "origin-down", "502.3", "owner_iis_substatus"],
    ["microsoft", "Microsoft IIS", "origin-down", "502.5", "owner_iis_ancm"],
    ["microsoft", "Azure Front Door", "origin-slow", null, "owner_front_door_log"],
    ["nginx", "Azure Application Gateway", "origin-slow", null, "owner_app_gateway_health"],
    ["vercel", "Vercel", "origin-slow", "FUNCTION_INVOCATION_TIMEOUT", "owner_vercel_timeout"],
    ["vercel", "Vercel", "gateway-fault", "INTERNAL_FUNCTION_INVOCATION_TIMEOUT", "owner_vercel_platform"],
    ["tunnels", "ngrok", "origin-down", "ERR_NGROK_8012", "owner_ngrok_local"],
    ["tunnels", "localtunnel", "origin-down", null, "owner_tunnel_client"],
    ["app-hosts", "Fly.io", "no-valid-answer", null, "owner_fly_logs"],
    ["proxy-status", "edge-7", "origin-down", "connection_refused", "owner_proxy_status"],
  ] as const)("chooses the note: %s, %s, %s, %s", (family, product, word, detail, key) => {
    const causes: Partial<Record<GatewayWord, NoteFacts["cause"]>> = { "no-valid-answer": "origin-down" };
    const cause = causes[word] ?? (word as NoteFacts["cause"]);
    expect(keysFor({ family, product, word, detail, cause })[0]).toBe(key);
  });
});

describe("whatever is given", () => {
  it("there are at most four notes, none of them twice", () => {
    const families = [...FAMILY_NOTES.map(({ id }) => id), "unheard-of", null];
    holds(
      [
        fc.record({
          cause: fc.constantFrom(...CAUSE_IDS),
          alternatives: fc.subarray(CAUSE_IDS, { maxLength: 2 }),
          family: fc.constantFrom(...families),
          product: fc.option(fc.string()),
          word: fc.constantFrom(...WORDS, null),
          detail: fc.option(fc.string()),
          status: fc.option(fc.integer({ min: 500, max: 599 })),
          since: fc.double(),
          requestId: fc.option(fc.string()),
          waited: fc.option(fc.double()),
        }),
      ],
      (given) => {
        const keys = ownerNotes(given).map(({ key }) => key);
        expect(keys.length).toBeLessThanOrEqual(4);
        expect(new Set(keys).size).toBe(keys.length);
      },
    );
  });
});
