import { useEffect, useState } from "preact/hooks";
import { onPermissionsChanged } from "../../platform/permissions.ts";

/**
 * Whether the browser has granted something, wherever that changes: here, in the popup, or in the browser's own settings.
 * Null while unknown.
 */
export function useGrant(has: () => Promise<boolean>): boolean | null {
  const [isGranted, setGranted] = useState<boolean | null>(null);
  useEffect(() => {
    const look = (): void => void has().then(setGranted, () => setGranted(null));
    look();
    onPermissionsChanged(look);
  }, []);
  return isGranted;
}
