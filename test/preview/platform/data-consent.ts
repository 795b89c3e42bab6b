/** Chromium keeps no consent of its own. */
export const requestToSend = async (): Promise<boolean> => true;
