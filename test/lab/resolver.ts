import type { IncomingMessage, ServerResponse } from "node:http";

const A = 1;
const AAAA = 28;

/** A public resolver's JSON over https, that leads every name to the same addresses. */
export function serveResolver(addresses: readonly string[], request: IncomingMessage, response: ServerResponse): void {
  const { searchParams } = new URL(request.url ?? "/", "https://resolver.example");
  const [name, type] = [searchParams.get("name") ?? "", searchParams.get("type") === "AAAA" ? AAAA : A];
  const fitting = addresses.filter((address) => address.includes(":") === (type === AAAA));
  response.setHeader("access-control-allow-origin", "*");
  response.writeHead(200, { "content-type": "application/dns-json" });
  response.end(
    JSON.stringify({
      Status: 0,
      TC: false,
      Question: [{ name: `${name}.`, type }],
      ...(fitting.length > 0 && { Answer: fitting.map((data) => ({ name: `${name}.`, type, TTL: 60, data })) }),
    }),
  );
}
