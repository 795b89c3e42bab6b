import type { OwnerFamily } from "./note.ts";

export const appHosts: OwnerFamily = {
  id: "app-hosts",
  enough: true,
  entries: [
    { product: "Render", words: ["origin-down"], say: ["owner_render_server", "owner_render_log"] },
    { product: "Render", say: ["owner_render_log"] },
    { product: "Railway", say: ["owner_railway_port"] },
    { product: "Fly.io", say: ["owner_fly_logs", "owner_fly_status"] },
    { product: "Netlify", words: ["overload"], say: ["owner_netlify_usage"] },
    { product: "Netlify", detail: /./, say: ["owner_netlify_function"] },
    { product: "PythonAnywhere", say: ["owner_pythonanywhere_log"] },
    { product: "Pantheon", say: ["owner_pantheon_headers"] },
  ],
};
