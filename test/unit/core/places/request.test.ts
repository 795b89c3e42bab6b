import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Home, NOWHERE } from "../../../../src/core/places/home.ts";
import {
  addressRequest,
  mayBeNamed,
  PLACES,
  type PlacesQuestion,
  placesRequest,
  targetOf,
} from "../../../../src/core/places/request.ts";
import { holds } from "../../../property.ts";
import { anyAddress } from "../any-address.ts";
import { HOME } from "./given.ts";

const URL_ASKED = "https://shop.example:8443/cart/7?token=secret#pay";
const NAMED_TO_NOBODY = [
  "http://localhost:3000/",
  "http://127.0.0.1/",
  "http://[::1]/",
  "http://192.168.1.1/",
  "http://10.0.0.8/x",
  "http://nas/",
  "https://printer.local/",
  "https://wiki.corp/",
  "http://[fd00::1]/",
  "file:///etc/hosts",
  "not an address",
];

const asking = (parts: Partial<PlacesQuestion> = {}): PlacesQuestion => ({
  home: HOME,
  withPath: false,
  ipVersion: null,
  networks: "any",
  provider: null,
  ...parts,
});
const placesOf = (home: Home): ReadonlyArray<{ readonly limit: number }> => {
  const locations = placesRequest(URL_ASKED, asking({ home }))?.locations;
  return typeof locations === "object" ? locations : [];
};

describe("a question to other places", () => {
  it("asks for the front page of the site, by GET, and for no more", () => {
    expect(placesRequest(URL_ASKED, asking())).toMatchObject({
      type: "http",
      target: "shop.example",
      measurementOptions: { request: { method: "GET", path: "/" }, protocol: "HTTPS", port: 8443 },
    });
  });

  it("adds the path when the user does, and never the query or the fragment", () => {
    const body = placesRequest(URL_ASKED, asking({ withPath: true }));
    expect(body?.measurementOptions.request).toEqual({ method: "GET", path: "/cart/7" });
    expect(JSON.stringify(body)).not.toMatch(/secret|pay/);
    expect(targetOf(URL_ASKED, true)).toBe("https://shop.example:8443/cart/7");
    expect(targetOf(URL_ASKED, false)).toBe("https://shop.example:8443/");
  });

  it("goes by http where the page did, to the usual port unless the address names one", () => {
    const options = (url: string) => placesRequest(url, asking())?.measurementOptions;
    expect(options("http://shop.example/")).toMatchObject({ protocol: "HTTP", port: 80 });
    expect(options("https://shop.example/")).toMatchObject({ protocol: "HTTPS", port: 443 });
  });

  it("asks two places in the user's country, one on the continent and two far away", () => {
    expect(placesRequest(URL_ASKED, asking())?.locations).toEqual([
      { country: "DE", limit: 2 },
      { continent: "EU", limit: 1 },
      { continent: "NA", limit: 1 },
      { continent: "AS", limit: 1 },
    ]);
  });

  it("asks places in homes, where it is to", () => {
    const locations = placesRequest(URL_ASKED, asking({ networks: "homes" }))?.locations;
    expect(locations).toEqual([
      { country: "DE", limit: 2, tags: ["eyeball-network"] },
      { continent: "EU", limit: 1, tags: ["eyeball-network"] },
      { continent: "NA", limit: 1, tags: ["eyeball-network"] },
      { continent: "AS", limit: 1, tags: ["eyeball-network"] },
    ]);
  });

  it("asks two customers of the user's provider first, where it is named", () => {
    expect(placesRequest(URL_ASKED, asking({ provider: "Example Net", networks: "homes" }))?.locations).toEqual([
      { magic: "Example Net+DE", limit: 2 },
      { country: "DE", limit: 1, tags: ["eyeball-network"] },
      { continent: "EU", limit: 1, tags: ["eyeball-network"] },
      { continent: "NA", limit: 1, tags: ["eyeball-network"] },
    ]);
    expect(placesRequest(URL_ASKED, asking({ provider: "Example Net", home: NOWHERE }))?.locations).toEqual([
      { magic: "Example Net", limit: 2 },
      { continent: "EU", limit: 1 },
      { continent: "NA", limit: 1 },
      { continent: "AS", limit: 1 },
    ]);
  });

  it("goes by the user's version of IP where that is known", () => {
    for (const ipVersion of [4, 6] as const) {
      expect(placesRequest(URL_ASKED, asking({ ipVersion }))?.measurementOptions).toMatchObject({ ipVersion });
    }
    expect(placesRequest(URL_ASKED, asking())?.measurementOptions).not.toHaveProperty("ipVersion");
  });

  it.each(["https://8.8.8.8/", "https://[2606:4700::1]/"])(
    "names no version for an address, which has its own: %s",
    (url) => {
      expect(placesRequest(url, asking({ ipVersion: 6 }))?.measurementOptions).not.toHaveProperty("ipVersion");
    },
  );

  it("asks five continents where home is unknown", () => {
    expect(new Set(placesOf(NOWHERE).map((location) => JSON.stringify(location))).size).toBe(PLACES);
  });

  it.each([HOME, NOWHERE, { country: "AU", continent: "OC" } as const])("asks five places in all: %j", (home) => {
    expect(placesOf(home).reduce((sum, { limit }) => sum + limit, 0)).toBe(PLACES);
  });

  it.each(NAMED_TO_NOBODY)("is never asked about %s", (url) => {
    expect(mayBeNamed(url)).toBe(false);
    expect(placesRequest(url, asking({ withPath: true }))).toBeNull();
    expect(addressRequest(url, "198.51.100.7", "earlier", true)).toBeNull();
  });

  it("carries no query, whatever the address", () => {
    const query = fc.stringMatching(/^[a-z]{6,12}$/).map((word) => `Q${word}Q`);
    holds([anyAddress, query, fc.boolean()], (url, secret, withPath) => {
      expect(JSON.stringify(placesRequest(`${url}?${secret}=1`, asking({ withPath })))).not.toContain(secret);
    });
  });
});

describe("a question about one address", () => {
  it("names the site in the Host header and asks the same places again", () => {
    const body = addressRequest(URL_ASKED, "198.51.100.7", "id-of-before", false);
    expect(body?.measurementOptions).not.toHaveProperty("ipVersion");
    expect(body).toMatchObject({
      target: "198.51.100.7",
      locations: "id-of-before",
      measurementOptions: {
        request: { method: "GET", path: "/", host: "shop.example" },
        protocol: "HTTPS",
        port: 8443,
      },
    });
  });

  it.each(["127.0.0.1", "192.168.0.3", "fd00::1", "::1"])("is never asked about %s", (address) => {
    expect(addressRequest(URL_ASKED, address, "id", false)).toBeNull();
  });
});
