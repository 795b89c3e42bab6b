/** Lets the browser save a text as a file; nothing leaves the computer. */
export function saveFile(name: string, type: "application/json" | "text/csv", content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
