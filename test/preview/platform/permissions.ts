import { current } from "../current.ts";

export const requestAll = async (): Promise<boolean> => current.grants ?? true;
export const requestSite = async (_origin: string): Promise<boolean> => current.grants ?? true;
export const releaseAll = async (): Promise<boolean> => true;
export const hasNamedSite = async (_url: string): Promise<boolean> => false;
export const hasAll = async (): Promise<boolean> => current.automatic;
export const hasNotifications = async (): Promise<boolean> => current.automatic;
