import { type FieldsLook, parseFieldsLook } from "../core/incident/form-return.ts";
import { inPage } from "../platform/tabs.ts";

/**
 * Runs inside the page, so it stands alone. Looks whether text stands in the fields that people type into; what it is
 * never leaves the page. Passwords are not looked at, nor what the page itself has put into a field.
 */
function readFields(): unknown {
  const TYPED = /^(text|search|email|url|tel|number|date|datetime-local|month|time|week)$/;
  let hasFields = false;
  let hasText = false;
  for (const field of document.querySelectorAll<HTMLElement>("input, textarea, [contenteditable]")) {
    if (field instanceof HTMLInputElement && !TYPED.test(field.type)) continue;
    const isEditor = !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement);
    if (isEditor && !field.isContentEditable) continue;
    hasFields = true;
    hasText ||= isEditor
      ? (field.textContent ?? "").trim() !== ""
      : field.value !== "" && field.value !== field.defaultValue;
  }
  const isLoaded = document.readyState === "complete";
  return { beganAt: performance.timeOrigin, isLoaded, hasFields, hasText };
}

/** What a tab's page says of the fields in its main frame; `error-page` for the browser's own, null while none can be asked. */
export async function fieldsIn(tabId: number): Promise<FieldsLook | "error-page" | null> {
  const found = await inPage(tabId, readFields, { args: [] });
  if (found.state === "error-page") return "error-page";
  return found.state === "ok" ? parseFieldsLook(found.value) : null;
}
