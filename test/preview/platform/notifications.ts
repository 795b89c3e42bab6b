export const canSilence = true;
