export const isFirefox = false;
