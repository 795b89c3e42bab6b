import { useEffect, useRef } from "preact/hooks";
import { cookieHosts } from "../../core/repair/sent-cookies.ts";
import { lackedOf, onPermissionsChanged, originPattern } from "../../platform/permissions.ts";
import { registrableDomains } from "../../platform/registrable-domain.ts";

interface Lacked {
  /** The patterns that the user has not granted; none before that is known, so that none of theirs is taken for a click's. */
  readonly now: () => readonly string[];
  /** A click is under way until this settles: its own grant comes and goes meanwhile, and is not the user's. */
  readonly stays: (click: Promise<unknown>) => void;
}

const patternsOf = async (hosts: readonly string[]): Promise<readonly string[]> =>
  (await Promise.all(hosts.map((host) => lackedOf(originPattern(`https://${host}/`))))).flat();

/**
 * What a repair of the cookies lacks of the hosts that a page is sent them of, null for no page. Known before any click: what
 * comes between a click and its request loses the user's gesture, and what was granted once is granted again before anybody
 * could look. A side panel stands open for hours, in which the user may grant a host for themselves.
 */
export function useLacked(url: string | null): Lacked {
  const known = useRef<{ readonly url: string; readonly patterns: readonly string[] } | null>(null);
  const clicks = useRef(0);
  const lookAgain = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (url === null) return;
    let latest = 0;
    const look = async (): Promise<void> => {
      latest += 1;
      const mine = latest;
      const learn = (patterns: readonly string[]): void => {
        if (mine === latest && clicks.current === 0) known.current = { url, patterns };
      };
      const { hostname } = new URL(url);
      // The domains are read from a file.
      if (known.current?.url !== url) learn(await patternsOf([hostname]));
      const domainOf = await registrableDomains();
      learn(await patternsOf(cookieHosts(hostname, domainOf(url))));
    };
    lookAgain.current = () => void look().catch(() => undefined);
    lookAgain.current();
    const stopListening = onPermissionsChanged(() => lookAgain.current());
    return () => {
      stopListening();
      latest += 1;
      lookAgain.current = () => undefined;
    };
  }, [url]);
  return {
    now: () => (known.current?.url === url ? known.current.patterns : []),
    stays(click) {
      clicks.current += 1;
      const settle = (): void => {
        clicks.current -= 1;
        if (clicks.current === 0) lookAgain.current();
      };
      click.then(settle, settle);
    },
  };
}
