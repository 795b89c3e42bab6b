import { createServer, type IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { askResolvers } from "../../../src/probes/dns.ts";
import { closeServer, listen } from "../../lab/ports.ts";

const servers: Array<ReturnType<typeof createServer>> = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => closeServer(server))));

const asked: IncomingMessage[] = [];
async function resolver(answers: (type: string | null) => string | number): Promise<string> {
  asked.length = 0;
  const server = createServer((request, response) => {
    asked.push(request);
    const answer = answers(new URL(request.url ?? "/", "http://x").searchParams.get("type"));
    if (typeof answer === "number") return void response.writeHead(answer).end();
    response.writeHead(200, { "content-type": "application/dns-json" }).end(answer);
  });
  servers.push(server);
  return `http://127.0.0.1:${await listen(server)}/resolve`;
}
const record = (type: number, data: string) =>
  JSON.stringify({ Status: 0, Answer: [{ name: "shop.example.", type, TTL: 60, data }] });

describe("asking public resolvers", () => {
  it("asks for both kinds of addresses and brings them together", async () => {
    const endpoint = await resolver((type) => (type === "A" ? record(1, "198.51.100.7") : record(28, "2001:db8::7")));
    const [found] = await askResolvers("shop.example", [endpoint]);
    expect(found?.answer).toEqual({ exists: true, addresses: ["198.51.100.7", "2001:db8::7"] });
  });

  it("sends the name and nothing else of the site", async () => {
    await askResolvers("shop.example", [await resolver(() => record(1, "198.51.100.7"))]);
    expect(asked.map(({ url }) => url).sort()).toEqual([
      "/resolve?name=shop.example&type=A",
      "/resolve?name=shop.example&type=AAAA",
    ]);
    for (const { headers } of asked) {
      expect(headers).toMatchObject({ accept: "application/dns-json" });
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("referer");
    }
  });

  it("takes one kind where the other fails, and has nothing where both do", async () => {
    const half = await resolver((type) => (type === "A" ? record(1, "198.51.100.7") : 500));
    const none = await resolver(() => "<html>");
    const found = await askResolvers("shop.example", [half, none, "http://127.0.0.1:1/"]);
    expect(found.map(({ answer }) => answer)).toEqual([{ exists: true, addresses: ["198.51.100.7"] }, null, null]);
  });
});
