import type { IncomingMessage, ServerResponse } from "node:http";

/** A copy by the moment it was made, as the archive writes that; none; or an answer that cannot be read. */
export type ArchiveState = { readonly timestamp: string; readonly status?: string } | "none" | "broken";

/** An archive that says whether it has a copy, in the form of the Wayback Availability JSON API, which no page may read. */
export function serveArchive(state: ArchiveState, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? "/", "https://archive.org");
  if (pathname !== "/wayback/available") return void response.writeHead(404).end();
  const url = searchParams.get("url") ?? "";
  if (state === "broken") return void response.writeHead(503, { "content-type": "text/html" }).end("<h1>Sorry</h1>");
  const closest = state === "none" ? null : { status: "200", available: true, ...state };
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      url,
      archived_snapshots: closest
        ? { closest: { ...closest, url: `http://web.archive.org/web/${closest.timestamp}/${url}` } }
        : {},
    }),
  );
}

/** The copy itself. */
export function serveArchived(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html" });
  response.end('<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>A copy</title>');
}
