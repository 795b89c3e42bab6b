/** Latin letters without their marks, so that one spelling of a word stands for all; other scripts as they are. */
export const unmarked = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/([a-z])[\u0300-\u036f]{1,4}/gi, "$1")
    .normalize("NFC");
