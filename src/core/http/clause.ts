import { lazily } from "../lazily.ts";
import { between, type Found } from "./nearby.ts";

/** Further apart two words hardly belong together. */
const JOINED_WITHIN = 80;
/** Another clause begins. */
const another = lazily(
  () =>
    /[,;:](?= ?(?:\p{L}|$))|[、，；：]|(?<!\p{L})(?:because|so that|while|until|but|although|though|if|when|whereas|weil|aber|während|parce que|mais|porque|pero|perché|omdat|maar|ponieważ|ale|protože|потому|но|karena|çünkü|nhưng)(?!\p{L})/u,
);

/** Whether two finds of a sentence in lower case stand near each other in one clause. */
export const areJoined = (one: Found, other: Found, text: string): boolean => {
  const gap = between(one, other, text);
  return gap === null || (gap.length <= JOINED_WITHIN && !another().test(gap));
};
