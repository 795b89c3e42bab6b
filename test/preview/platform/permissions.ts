import { current } from "../current.ts";

export const requestAll = async (): Promise<boolean> => current.grants ?? true;
export const requestSite = async (_origin: string): Promise<boolean> => current.grants ?? true;
export const releaseAll = async (): Promise<boolean> => true;
export const hasNamedSite = async (_url: string): Promise<boolean> => false;
export const hasSite = async (_url: string): Promise<boolean> => current.automatic;
export const hasAll = async (): Promise<boolean> => current.automatic;
export const hasForRepair = async (): Promise<boolean> => current.automatic;
export const requestForRepair = async (): Promise<boolean> => current.grants ?? true;
export const lackedOf = async (_pattern: string): Promise<readonly string[]> => [];
export const originPattern = (url: string): string => `*://${new URL(url).hostname}/*`;
export const hasNotifications = async (): Promise<boolean> => current.automatic;
export const onPermissionsChanged = () => (): void => undefined;
