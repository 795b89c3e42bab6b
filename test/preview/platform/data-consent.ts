/** Chromium keeps no consent of its own. */
export const requestToSend = async (): Promise<boolean> => true;
export const mayBeSent = async (): Promise<boolean> => true;
